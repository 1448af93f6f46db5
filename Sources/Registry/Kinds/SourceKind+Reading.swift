import Catalog
import Records
import Standards

extension SourceKind {
    /// Rights that a kind may ask for.
    private enum Right: String, CaseIterable {
        case view = "registry.view"
        case viewRestricted = "registry.view-restricted"
        case edit = "registry.edit"
    }

    /// The word before the fields of a kind.
    private static let key = "registry_kind"

    /// Reads a kind, with its place among the others.
    static func read(_ file: RuleFile, with reader: RuleReader) -> (place: Int, kind: SourceKind) {
        let body = reader.body(keys: [key])
        let content = body.mapping(
            key,
            keys: [
                "place", "measure", "permissions", "identity", "list", "filters", "search", "map", "groups",
                "relations", "matching",
            ])
        let groups = content.list("groups").map { SourceGroup.read($0, with: reader) }
        let fields = groups.flatMap(\.fields)
        let rights = content.mapping("permissions", keys: ["view", "change"])
        let kind = SourceKind(
            id: file.header.id, title: file.header.title, measure: content.text("measure"), groups: groups,
            identity: names(content, "identity", fields), listColumns: names(content, "list", fields),
            filters: names(content, "filters", fields), search: names(content, "search", fields),
            relations: content.optionalList("relations").map { SourceRelation.read($0, with: reader) },
            mark: SourceMark.read(content.mapping("map", keys: ["shape", "colour"])),
            matching: content.optionalMapping("matching", keys: MatchingRule.keys).map { row in
                for key in ["codes", "addresses"] { _ = names(row, key, fields) }
                return MatchingRule.read(row)
            },
            viewing: Permission(rawValue: (rights.choice("view", as: Right.self) ?? .view).rawValue),
            changing: Permission(rawValue: (rights.choice("change", as: Right.self) ?? .edit).rawValue))
        check(kind, content)
        return (content.integer("place", in: 1...999), kind)
    }

    /// Names of fields that the kind has.
    private static func names(_ content: RuleMapping, _ key: String, _ fields: [SourceField]) -> [String] {
        let names = content.texts(key)
        let known = fields.map(\.name)
        for name in names where !known.contains(name) {
            content.refuse(key, .notAllowed(key: key, value: name, nearest: nil, allowed: known))
        }
        for name in names where fields.contains(where: { $0.name == name && $0.isPersonal }) {
            content.refuse(
                key, .other(message: "“\(key)”不能用个人信息字段“\(name)”", mend: "个人信息不进入列表、筛选和检索，请去掉"))
        }
        return names
    }

    private static func check(_ kind: SourceKind, _ content: RuleMapping) {
        let fields = kind.fields
        let doubled = Dictionary(grouping: fields, by: \.name).filter { $0.value.count > 1 }.keys.sorted()
        if !doubled.isEmpty { content.refuse("groups", .duplicateKeys(doubled)) }
        let titles = fields.flatMap { $0.columns + $0.aliases }
        let twice = Dictionary(grouping: titles) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        if !twice.isEmpty {
            content.refuse("groups", .other(message: "列名重复：\(twice.joined(separator: "、"))", mend: "每个列名只属于一个字段"))
        }
        if kind.field(nameField)?.isRequired != true || kind.field(nameField)?.isPersonal == true {
            content.refuse("groups", .other(message: "没有必填的名称字段“\(nameField)”", mend: "每个种类都要有，且不是个人信息"))
        }
    }
}

extension SourceGroup {
    static func read(_ node: RuleNode, with reader: RuleReader) -> SourceGroup {
        let row = reader.mapping(node, keys: ["title", "fields"])
        return SourceGroup(
            title: row.text("title"), fields: row.list("fields").map { SourceField.read($0, with: reader) })
    }
}

extension SourceRelation {
    static func read(_ node: RuleNode, with reader: RuleReader) -> SourceRelation {
        let row = reader.mapping(node, keys: ["title", "kind", "field"])
        return SourceRelation(title: row.text("title"), kind: row.text("kind"), field: row.text("field"))
    }
}

extension SourceMark {
    static func read(_ row: RuleMapping) -> SourceMark {
        let colour = row.text("colour")
        let digits = colour.dropFirst().utf8
        if !colour.isEmpty,
            colour.utf8.first != UInt8(ascii: "#") || digits.count != 6 || Int(colour.dropFirst(), radix: 16) == nil
        {
            row.refuse("colour", .other(message: "颜色“\(colour)”无法识别", mend: "写成 #rrggbb，并加引号"))
        }
        return SourceMark(shape: row.choice("shape", as: Shape.self) ?? .circle, colour: colour)
    }
}

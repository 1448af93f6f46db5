import Catalog
import HJ212

extension CommandDefinition {
    /// Reads the commands of a file; none where it has none.
    static func read(_ file: RuleFile, with reader: RuleReader) -> [CommandDefinition] {
        let body = reader.body(keys: CommandBook.keys + ["factor_codes", "unit_traps", "aliases_seen"])
        let classes = body.optionalList("command_classes").map { CommandClass.read($0, with: reader) }
        return body.optionalList("device_commands").compactMap { node in
            let row = reader.mapping(
                node, keys: ["name", "number", "title", "class", "editions", "parameters", "longest"])
            let name = row.choice("name", as: CommandName.self)
            let className = row.text("class")
            let known = classes.map(\.name)
            let commandClass = classes.first { $0.name == className }
            if commandClass == nil {
                row.refuse("class", .notAllowed(key: "class", value: className, nearest: nil, allowed: known))
            }
            let dialects = row.list("editions").compactMap {
                reader.choice($0, name: "editions", as: Dialect.self)
            }
            let parameters = row.optionalList("parameters").map { CommandParameter.read($0, with: reader) }
            let longest = row.optionalInteger("longest", in: 3_600...(366 * 86_400))
            let number = row.integer("number", in: 1_000...9_999)
            let title = row.text("title")
            guard let name, let commandClass else { return nil }
            return CommandDefinition(
                name: name, number: number, title: title, commandClass: commandClass, dialects: Set(dialects),
                parameters: parameters, longestSeconds: longest.map(Int64.init))
        }
    }
}

extension CommandClass {
    static func read(_ node: RuleNode, with reader: RuleReader) -> CommandClass {
        let row = reader.mapping(node, keys: ["class", "title", "permission", "bureau", "enterprise", "repeatable"])
        return CommandClass(
            name: row.text("class"), title: row.text("title"),
            right: row.choice("permission", as: Right.self) ?? .control,
            bureau: row.choice("bureau", as: Need.self) ?? .refused,
            enterprise: row.choice("enterprise", as: Need.self) ?? .refused, isRepeatable: row.flag("repeatable"))
    }
}

extension CommandParameter {
    /// The words of `kind`.
    private enum Word: String, CaseIterable { case whole, choice, code, info, text, time, label, clock }

    /// What a parameter of a device can be: four digits have room for all of the standard.
    private static let wholes = 0...9_999
    /// A packet of the standard has room for fewer.
    private static let lengths = 1...200

    static func read(_ node: RuleNode, with reader: RuleReader) -> CommandParameter {
        let row = reader.mapping(
            node, keys: ["name", "title", "kind", "optional", "unit", "from", "to", "of", "titles", "longest"])
        let kind: Kind =
            switch row.choice("kind", as: Word.self) {
            case .whole: .whole(range(row))
            case .choice: choice(row)
            case .code: .code
            case .info: .info
            case .time: .time
            case .label: .label
            case .clock: .clock
            case .text, nil: .text(longest: row.optionalInteger("longest", in: lengths) ?? 1)
            }
        return CommandParameter(
            name: row.text("name"), title: row.text("title"), kind: kind,
            isOptional: row.optionalFlag("optional") ?? false, unit: row.optionalText("unit") ?? "")
    }

    private static func range(_ row: RuleMapping) -> ClosedRange<Int> {
        let from = row.integer("from", in: wholes)
        let to = row.integer("to", in: wholes)
        if to < from { row.refuse("to", .outOfRange(key: "to", value: "\(to)", range: "\(from)…")) }
        return from...max(from, to)
    }

    private static func choice(_ row: RuleMapping) -> Kind {
        let choices = row.texts("of")
        let titles = row.optional("titles") == nil ? choices : row.texts("titles")
        if titles.count != choices.count {
            row.refuse("titles", .outOfRange(key: "titles", value: "\(titles.count)", range: "\(choices.count)"))
        }
        return .choice(choices, titles: titles)
    }
}

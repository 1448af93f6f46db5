import Catalog
import Standards

extension SourceField {
    /// The words of `type`.
    private enum Word: String, CaseIterable {
        case text, code, whole, decimal, date, choice, flag, phone, reference, point, list
    }

    /// As many signs as a field of text has room for where its file says nothing.
    private static let usualLength = 200
    private static let lengths = 1...2_000
    private static let wholes = -1_000_000_000...1_000_000_000

    static func read(_ node: RuleNode, with reader: RuleReader) -> SourceField {
        let row = reader.mapping(
            node,
            keys: [
                "name", "title", "type", "unit", "required", "personal", "doubtful", "aliases", "note", "longest",
                "check",
                "from", "to", "decimals", "of", "kind",
            ])
        let name = row.text("name")
        if !isName(name) {
            row.refuse("name", .other(message: "字段代号“\(name)”不合规", mend: "用字母开头的字母和数字，如 permitNumber"))
        }
        return SourceField(
            name: name, title: row.text("title"), type: type(row), unit: row.optionalText("unit"),
            isRequired: row.optionalFlag("required") ?? false, isPersonal: row.optionalFlag("personal") ?? false,
            keepsDoubtful: row.optionalFlag("doubtful") ?? false,
            aliases: row.optional("aliases") == nil ? [] : row.texts("aliases"), note: row.optionalText("note"))
    }

    private static func type(_ row: RuleMapping) -> SourceFieldType {
        switch row.choice("type", as: Word.self) {
        case .text, nil: .text(longest: row.optionalInteger("longest", in: lengths) ?? usualLength)
        case .code: .code(row.choice("check", as: CodeCheck.self) ?? .credit)
        case .whole: .whole(range(row))
        case .decimal:
            .decimal(
                decimals: row.integer("decimals", in: 0...12), least: row.optionalDecimal("from"),
                greatest: row.optionalDecimal("to"))
        case .date: .date
        case .choice: .choice(row.texts("of"))
        case .flag: .flag
        case .phone: .phone
        case .reference: .reference(kind: row.text("kind"))
        case .point: .point
        case .list: .list
        }
    }

    private static func range(_ row: RuleMapping) -> ClosedRange<Int> {
        let from = row.optionalInteger("from", in: wholes) ?? 0
        let to = row.optionalInteger("to", in: wholes) ?? wholes.upperBound
        if to < from { row.refuse("to", .outOfRange(key: "to", value: "\(to)", range: "\(from)…")) }
        return from...max(from, to)
    }

    /// A name that can stand in records, addresses and forms as it is.
    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return name.utf8.count <= 40
            && name.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
    }
}

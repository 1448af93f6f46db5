import Catalog

extension Procedure {
    private static let key = "procedure"
    private static let keys = [
        "family", "ladder", "trigger", "basis", "initial", "states", "facts", "opening", "actions", "clocks", "payment",
        "notes",
    ]

    static func read(_ file: RuleFile, with reader: RuleReader) -> Procedure {
        let body = reader.body(keys: [key])
        let content = body.mapping(key, keys: keys)
        return Procedure(
            header: file.header, family: content.choice("family", as: ProcedureFamily.self) ?? .penalty,
            ladder: content.text("ladder"), trigger: content.text("trigger"),
            basis: Ground.required(content, "basis", with: reader), initial: content.text("initial"),
            states: content.list("states").map { ProcedureState.read($0, with: reader) },
            facts: content.optionalList("facts").map { ProcedureFact.read($0, with: reader) },
            opening: content.optionalList("opening").compactMap { ClockChange.read($0, with: reader) },
            actions: content.list("actions").map { ProcedureAction.read($0, with: reader) },
            clocks: content.optionalList("clocks").map { ProcedureClock.read($0, with: reader) },
            payment: content.optionalMapping("payment", keys: PaymentTerms.keys).map { PaymentTerms($0) },
            notes: ProcedureAction.texts(content, "notes"))
    }
}

extension ProcedureState {
    static func read(_ node: RuleNode, with reader: RuleReader) -> ProcedureState {
        guard case .mapping = node.content else {
            return ProcedureState(name: reader.text(node, name: "states"), isEnd: false)
        }
        let row = reader.mapping(node, keys: ["state", "end"])
        return ProcedureState(name: row.text("state"), isEnd: row.optionalFlag("end") ?? false)
    }
}

extension ProcedureFact {
    private enum Word: String, CaseIterable { case money, date, flag, text, choice, choices }

    static func read(_ node: RuleNode, with reader: RuleReader) -> ProcedureFact {
        let row = reader.mapping(node, keys: ["fact", "kind", "of", "optional"])
        let kind: FactKind =
            switch row.choice("kind", as: Word.self) {
            case .money: .money
            case .date: .date
            case .flag: .flag
            case .choice: .choice(row.texts("of"))
            case .choices: .choices(separable(row))
            case .text, nil: .text
            }
        return ProcedureFact(
            name: row.text("fact"), kind: kind, isOptional: row.optionalFlag("optional") ?? false)
    }

    /// Words of which several may be chosen.
    private static func separable(_ row: RuleMapping) -> [String] {
        let words = row.texts("of")
        if let word = words.first(where: { $0.contains(FactKind.separator) }) {
            row.refuse("of", .other(message: "“\(word)”含有“\(FactKind.separator)”，几项并选时分不开", mend: "拆成几项，或换个写法"))
        }
        return words
    }
}

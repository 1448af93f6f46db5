import Accounts
import Catalog
import Law

extension ProcedureAction {
    static func read(_ node: RuleNode, with reader: RuleReader) -> ProcedureAction {
        let row = reader.mapping(
            node,
            keys: [
                "action", "from", "to", "roles", "part", "outside", "back", "basis", "form", "documents", "guards",
                "clocks",
                "countersign", "opinions", "effects", "counts",
            ])
        return ProcedureAction(
            name: row.text("action"), from: row.texts("from"), to: row.text("to"), roles: row.texts("roles"),
            part: row.optionalChoice("part", as: MatterPart.self), outside: row.optionalText("outside"),
            isBack: row.optionalFlag("back") ?? false,
            basis: Ground.list(row, "basis", with: reader), form: texts(row, "form"),
            documents: texts(row, "documents"),
            guards: row.optionalList("guards").compactMap { Guard.read($0, with: reader) },
            clocks: row.optionalList("clocks").compactMap { ClockChange.read($0, with: reader) },
            countersigners: texts(row, "countersign"), needsOpinions: row.optionalFlag("opinions") ?? false,
            effects: texts(row, "effects"), counts: counts(row))
    }

    private static func counts(_ row: RuleMapping) -> [StatisticCount] {
        texts(row, "counts").compactMap { word in
            if let count = StatisticCount(rawValue: word) { return count }
            let known = StatisticCount.allCases.map(\.rawValue).joined(separator: "、")
            row.refuse("counts", .other(message: "没有统计口径“\(word)”", mend: "写其中几个：\(known)"))
            return nil
        }
    }

    static func texts(_ row: RuleMapping, _ key: String) -> [String] {
        row.optional(key) == nil ? [] : row.texts(key)
    }
}

extension ClockChange {
    static func read(_ node: RuleNode, with reader: RuleReader) -> ClockChange? {
        let row = reader.mapping(node, keys: ["start", "stop", "pause", "resume", "extend", "ground"])
        let changes: [ClockChange] = [
            row.optionalText("start").map { .start($0) }, row.optionalText("stop").map { .stop($0) },
            row.optionalText("extend").map { .extend($0) },
            row.optionalText("pause").map { .pause($0, ground: row.text("ground")) },
            row.optionalText("resume").map { .resume($0, ground: row.text("ground")) },
        ].compactMap(\.self)
        if changes.count != 1 {
            reader.refuse(node, .other(message: "应有且只有 start、stop、pause、resume、extend 中的一个", mend: "一行写一个动作"))
        }
        return changes.first
    }
}

extension Attestation {
    static func read(_ row: RuleMapping, with reader: RuleReader) -> Attestation {
        Attestation(
            name: row.text("attest"), words: row.text("words"), roles: row.texts("roles"),
            basis: Ground.list(row, "basis", with: reader))
    }
}

extension Guard {
    private static let attestKeys = ["attest", "words", "roles", "basis"]
    private static let checkKeys = [
        "check", "basis", "unless", "least", "clock", "actions", "action", "events", "of", "fact", "by", "limits", "is",
        "most", "first", "served", "until",
    ]

    static func read(_ node: RuleNode, with reader: RuleReader) -> Guard? {
        let open = reader.openMapping(node, name: "guards")
        guard open.optional("attest") == nil else {
            return .attested(Attestation.read(reader.mapping(node, keys: attestKeys), with: reader))
        }
        let row = reader.mapping(node, keys: checkKeys)
        guard let predicate = predicate(row) else { return nil }
        let unless = row.optionalMapping("unless", keys: attestKeys).map { Attestation.read($0, with: reader) }
        return .checked(predicate, basis: Ground.list(row, "basis", with: reader), unless: unless)
    }

    private static func predicate(_ row: RuleMapping) -> CheckedPredicate? {
        switch row.choice("check", as: CheckedPredicate.Word.self) {
        case .officers: .officers(least: row.integer("least", in: 1...20))
        case .waited: .waited(clock: row.text("clock"))
        case .inTime: .inTime(clock: row.text("clock"))
        case .leadTime: .leadTime(clock: row.text("clock"))
        case .done: .done(actions: row.texts("actions"))
        case .notDone: .notDone(actions: row.texts("actions"))
        case .doneSince: .doneSince(action: row.text("action"), events: row.texts("events"))
        case .apart: .apart(actions: row.texts("actions"))
        case .papers: .papers(row.texts("of"))
        case .atMost: .atMost(fact: row.text("fact"), by: row.text("by"), limits: limits(row))
        case .dailyFine:
            .dailyFine(
                fact: row.text("fact"), of: row.text("first"), from: row.text("served"), to: row.text("until"))
        case .notAfter: .notAfter(fact: row.text("fact"))
        case .paidUp: .paidUp
        case .fact: .fact(name: row.text("fact"), value: row.text("is"))
        case .rounds: .rounds(action: row.text("action"), most: row.integer("most", in: 1...99))
        case nil: nil
        }
    }

    /// Amounts in 元, kept in 分.
    private static func limits(_ row: RuleMapping) -> [String: Int64] {
        row.openMapping("limits").entries.reduce(into: [:]) { limits, entry in
            guard let cents = Money(yuan: entry.value.scalar ?? "")?.fen else {
                row.refuse(
                    "limits", .other(message: "“\(entry.key)”的金额无法识别", mend: "以元为单位，如 3000 或 200.50"))
                return
            }
            limits[entry.key] = cents
        }
    }
}

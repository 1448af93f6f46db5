package import Records
package import Storage

/// What statistics of law enforcement may select from: steps that count, and decisions of penalty with what they impose.
package struct CaseworkFigures: FigureSource {
    package init() {}

    package var views: [DocumentedView] {
        [
            DocumentedView(
                name: "case_step", row: "办件的一个步骤计入的一个口径；退回、撤回后的步骤不在其中",
                columns: [
                    ("record", "步骤的编号"), ("date", "办理之日"), ("kind", "统计口径，如 立案、责令改正"),
                    ("procedure", "程序"), ("action", "步骤"), ("value", "1"), ("label", "办件名称"),
                ]),
            DocumentedView(
                name: "penalty_decision", row: "一件行政处罚决定",
                columns: [
                    ("record", "步骤的编号"), ("date", "作出决定之日"), ("matter", "办件"), ("value", "罚没金额，元"),
                    ("kind", "最重的处罚种类"), ("kinds", "全部处罚种类"), ("reviewed", "1 为决定前经过法制审核"),
                    ("procedure", "程序"), ("label", "办件名称"),
                ]),
        ]
    }

    static var definitions: [Definition] {
        [
            .view(
                "case_step",
                """
                SELECT 'case-step/' || m.id || '/' || c.place AS record, c.day AS date, c.counts AS kind, m.procedure, c.action,
                '1' AS value, m.title AS label FROM matter_count c JOIN matter m ON m.number = c.number
                WHERE NOT (c.counts IN (\(Self.quoted(StatisticCount.ofOneMatter))) AND EXISTS (SELECT 1 FROM matter o
                JOIN matter_count p ON p.number = o.number WHERE o.id = m.follows AND p.counts = c.counts))
                """),
            .view(
                "penalty_decision",
                """
                SELECT 'case-step/' || m.id || '/' || c.place AS record, c.day AS date, m.id AS matter,
                c.fen || '/100' AS value, c.heaviest AS kind, c.kinds, m.procedure, m.title AS label,
                CASE WHEN c.is_reviewed = 1 OR EXISTS (SELECT 1 FROM matter f JOIN matter_count r ON r.number = f.number
                WHERE f.follows = m.id AND r.counts = '\(StatisticCount.reviewed.rawValue)' AND r.day <= c.day)
                THEN 1 ELSE 0 END AS reviewed
                FROM matter_count c JOIN matter m ON m.number = c.number
                WHERE c.counts = '\(StatisticCount.penalty.rawValue)'
                """),
        ]
    }

    private static func quoted(_ counts: [StatisticCount]) -> String {
        counts.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }

    package func trace(_ input: InputID, in connection: ReadConnection, from archive: Archive) throws -> InputTrace? {
        guard let parts = input.parts(of: "case-step"), parts.count == 2, let place = Int(parts[1]) else { return nil }
        let steps = try connection.rows(
            """
            SELECT m.title, m.procedure, m.version, c.day, c.action, c.counts, c.kinds, c.fen, c.is_reviewed, e.seq
            FROM matter_count c JOIN matter m ON m.number = c.number
            JOIN matter_entry e ON e.number = c.number AND e.entry = c.entry
            WHERE m.id = \(parts[0]) AND c.place = \(place) ORDER BY c.counts
            """
        ) { row in
            (
                title: try row.text("title"), rule: "\(try row.text("procedure")) \(try row.text("version"))",
                day: try row.text("day"), action: try row.text("action"), counts: try row.text("counts"),
                kinds: try row.optionalText("kinds"), fen: try row.optionalInteger("fen"), seq: try row.integer("seq")
            )
        }
        guard let first = steps.first else { return nil }
        let counts = steps.map(\.counts).joined(separator: FactKind.separator)
        let kinds = steps.compactMap(\.kinds).first.map { "；处罚种类：\($0.isEmpty ? "未注明" : $0)" } ?? ""
        return InputTrace(
            id: input, title: first.title, value: steps.compactMap(\.fen).first.map(Self.yuan), unit: "元",
            formula: "\(first.day) \(first.action)，计入：\(counts)\(kinds)", rules: [first.rule],
            evidence: [.record(sequence: first.seq)])
    }

    private static func yuan(_ fen: Int64) -> String {
        let cents = fen % 100
        return "\(fen / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}

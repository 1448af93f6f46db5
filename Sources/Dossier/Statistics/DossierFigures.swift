package import Records
package import Storage

/// What statistics may select from of case files: parties of decisions, advice of counsel, what stands disclosed.
package struct DossierFigures: FigureSource {
    package init() {}

    package var views: [DocumentedView] {
        [
            DocumentedView(
                name: "penalised_party", row: "一件处罚决定的一个当事人",
                columns: [
                    ("record", "当事人的记录"), ("date", "作出决定之日"), ("kind", "单位、个体工商户、公民"),
                    ("party", "同一当事人在各案中相同：一源一档编号，否则统一社会信用代码；公民按案分别计"), ("value", "1"),
                    ("label", "名称；公民不显示姓名"),
                ]),
            DocumentedView(
                name: "legal_opinion", row: "法律顾问、公职律师的一条意见",
                columns: [
                    ("record", "意见的记录"), ("date", "提出之日"), ("adviser", "法律顾问、公职律师"),
                    ("adopted", "1 为采纳"), ("value", "1"), ("label", "办件名称"),
                ]),
            DocumentedView(
                name: "case_disclosed", row: "一份公开且没有撤回的文书",
                columns: [
                    ("record", "公开的记录"), ("date", "公开之日"), ("document", "文书名称"), ("value", "1"),
                    ("label", "办件名称"),
                ]),
        ]
    }

    static var definitions: [Definition] {
        [
            .view(
                "penalised_party",
                """
                SELECT 'record/' || p.seq AS record, d.date AS date, p.kind, p.identity AS party, '1' AS value,
                CASE p.name WHEN '' THEN p.kind ELSE p.name END AS label
                FROM penalty_decision d JOIN case_party p ON p.matter = d.matter
                """),
            .view(
                "legal_opinion",
                """
                SELECT 'record/' || o.seq AS record, o.day AS date, o.adviser, o.is_adopted AS adopted, '1' AS value,
                m.title AS label FROM case_opinion o JOIN matter m ON m.id = o.matter
                """),
            .view(
                "case_disclosed",
                """
                SELECT 'record/' || c.seq AS record, c.day AS date, c.document, '1' AS value, m.title AS label
                FROM case_disclosure c JOIN matter m ON m.id = c.matter
                """),
        ]
    }

    /// Every input is a record, which the register leads to.
    package func trace(_ input: InputID, in connection: ReadConnection, from archive: Archive) throws -> InputTrace? {
        nil
    }
}

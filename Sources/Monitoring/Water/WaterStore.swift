package import Standards
package import Storage

/// Questions about water sections.
package enum WaterStore {
    /// Months of sections over a span, by month and section.
    package static func months(
        from: CivilDate, to: CivilDate, section: String? = nil, in connection: ReadConnection
    ) throws -> [WaterSectionMonth] {
        let restriction: SQL = section.map { " AND section = \($0)" } ?? ""
        let first = from.monthText
        let last = to.monthText
        let items = try connection.rows(
            """
            SELECT month, section, item, mean, assessed, count, class, indicator_rank, multiple FROM water_month
            WHERE month BETWEEN \(first) AND \(last)\(restriction)
            """
        ) { (key: try $0.text("month") + "/" + $0.text("section"), item: try item(from: $0)) }
        let byKey = Dictionary(grouping: items, by: \.key)
        return try connection.rows(
            """
            SELECT month, section, class, target, met, rule FROM water_month_class
            WHERE month BETWEEN \(first) AND \(last)\(restriction) ORDER BY month, section
            """
        ) { row in
            let month = try row.text("month")
            let section = try row.text("section")
            return WaterSectionMonth(
                section: section, month: CivilDate(month + "-01") ?? .first,
                waterClass: try waterClass(row, "class"), target: try waterClass(row, "target"),
                isMet: try row.optionalInteger("met").map { $0 == 1 }, rule: try row.text("rule"),
                items: (byKey[month + "/" + section] ?? []).compactMap(\.item).sorted { $0.item < $1.item })
        }
    }

    /// Why a section has no class in a month: `dry` with a note.
    package static func conditions(
        month: CivilDate, in connection: ReadConnection
    ) throws -> [String: (condition: String, note: String)] {
        let rows = try connection.rows(
            """
            SELECT section, condition, note FROM section_condition
            WHERE month = \(month.monthText)
            """
        ) { (try $0.text("section"), (condition: try $0.text("condition"), note: try $0.text("note"))) }
        return Dictionary(rows, uniquingKeysWith: { _, last in last })
    }

    private static func item(from row: SQLRow) throws -> WaterSectionMonth.Item? {
        guard let item = WaterItem(rawValue: try row.text("item")) else { return nil }
        return WaterSectionMonth.Item(
            item: item, mean: try row.optionalText("mean").flatMap { Rational($0) }, assessed: try row.text("assessed"),
            count: Int(try row.integer("count")), waterClass: try waterClass(row, "class"),
            indicatorRank: try row.optionalInteger("indicator_rank").map(Int.init),
            multiple: try row.optionalText("multiple").flatMap { Rational($0) })
    }

    private static func waterClass(_ row: SQLRow, _ column: String) throws -> WaterClass? {
        try row.optionalInteger(column).flatMap { WaterClass(rawValue: Int($0)) }
    }
}

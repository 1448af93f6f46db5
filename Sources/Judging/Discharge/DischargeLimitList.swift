package import Catalog
package import Documents
package import Standards

/// The limits a table of hours is judged by: of one category of an emission standard, or of a list of the permit's own.
package struct DischargeLimitList: Sendable {
    /// One limit.
    struct Entry: Sendable {
        let item: DischargeItem
        let name: String
        let unit: String
        /// The limit; nil when the item has none for the hour.
        let bound: DischargeBound?
        let referenceOxygen: ExactDecimal?
        /// The outlet it holds for; nil for all.
        let outlet: String?
        /// The other name of the item, its HJ 212 code.
        let code: String?
    }

    /// Columns a list must have.
    package static let columns = ["item", "upper"]
    /// Columns a list may have.
    package static let optionalColumns = ["lower", "outlet", "name", "unit", "code", "reference_oxygen"]

    let entries: [Entry]
    /// What the standard is for; nil for a list, which does not say.
    package let medium: DischargeMedium?
    /// When the standard is in force; nil for a list, which holds for every day.
    let effective: Effective?
    /// What is cited for the limits.
    let citation: RuleCitation?

    /// The limit of an item at an outlet; one of the outlet's own holds before one of all outlets.
    func entry(_ item: String, outlet: String) -> Entry? {
        let named = entries.filter { $0.item.rawValue == item || $0.code == item }
        return named.first { $0.outlet == outlet } ?? named.first { $0.outlet == nil }
    }

    /// Reads a list: CSV with `item,upper` and, where they are known, `lower,outlet,name,unit,code,reference_oxygen`.
    ///
    /// - Parameter refused: takes every row that is no limit.
    /// - Throws: as `GatheredStream`.
    package static func read(
        _ input: ChunkSource, refused: (RefusedRow) throws -> Void
    ) throws -> DischargeLimitList {
        var entries: [Entry] = []
        let stream = GatheredStream(required: columns, optional: optionalColumns)
        _ = try stream.run(input: input, refused: refused) { row, header in
            func text(_ column: String) -> String? {
                header.optional[column].map { row[$0].string }.flatMap { $0.isEmpty ? nil : $0 }
            }
            let item = row[header.places[0]].string
            guard !item.isEmpty else { return "“item”列为空，须填项目" }
            let upperText = row[header.places[1]].string
            guard let upper = ExactDecimal(upperText) else {
                return RowFault.notANumber(column: "upper", text: upperText, hint: "须填限值").message
            }
            var bound = DischargeBound.atMost(upper)
            if let lowerText = text("lower") {
                guard let lower = ExactDecimal(lowerText), lower < upper else {
                    return "“lower”列的“\(RowFault.clipped(lowerText))”须为小于 upper 的数值；没有下限请留空"
                }
                bound = .within(lower, upper)
            } else if upper <= .zero {
                return "“upper”列的限值须大于 0"
            }
            let oxygen = text("reference_oxygen")
            let reference = oxygen.flatMap { ExactDecimal($0) }
            if let oxygen, reference.map({ $0.isNegative || $0 >= 21 }) ?? true {
                return "“reference_oxygen”列的“\(RowFault.clipped(oxygen))”须为 0 以上、21 以下的百分数；不折算请留空"
            }
            entries.append(
                Entry(
                    item: DischargeItem(rawValue: item), name: text("name") ?? item, unit: text("unit") ?? "",
                    bound: bound, referenceOxygen: reference, outlet: text("outlet"), code: text("code")))
            return nil
        }
        return DischargeLimitList(entries: entries, medium: nil, effective: nil, citation: nil)
    }

    /// The hourly limits of one category of an emission standard; items that have limits of the day only are in it
    /// without one.
    ///
    /// - Parameters:
    ///   - category: may be nil where the standard has one category.
    ///   - place: where the water is taken, when not at the outlet (`contact_tank`).
    /// - Returns: nil when the standard has no such category; `categories(of:in:)` names them.
    /// - Throws: `.unknownRule`, `.severalVersions`.
    package static func standard(
        _ id: String, category: String?, place: String?, referenceOxygen: ExactDecimal?, in catalog: RuleCatalog
    ) throws(CatalogError) -> DischargeLimitList? {
        let rule = try catalog.rule(.dischargeLimits, id: id)
        let found =
            category.map { rule.category($0) } ?? (rule.categories.count == 1 ? rule.categories.first : nil)
        let header = catalog.versions(of: .dischargeLimits).first { $0.header.id == id }?.header
        guard let found, let header else { return nil }
        let hourly = found.rows.filter { $0.averaging == .hour && $0.place == place }
        let daily = found.rows.filter { $0.averaging == .day && $0.place == nil }
        let entries = (hourly + daily).map { row in
            Entry(
                item: row.item, name: row.name, unit: row.unit, bound: row.averaging == .hour ? row.bound : nil,
                referenceOxygen: referenceOxygen, outlet: nil, code: row.code)
        }
        return DischargeLimitList(
            entries: entries, medium: rule.medium, effective: header.effective, citation: RuleCitation(header))
    }

    /// The ids of the categories of an emission standard, with their names.
    ///
    /// - Throws: `.unknownRule`, `.severalVersions`.
    package static func categories(
        of id: String, in catalog: RuleCatalog
    ) throws(CatalogError) -> [(id: String, name: String)] {
        try catalog.rule(.dischargeLimits, id: id).categories.map { ($0.id, $0.name) }
    }
}

package import Catalog
package import Standards

/// The kinds of penalty from the lightest to the heaviest: a decision that imposes several counts once, as the heaviest
/// (填表说明 of 行政处罚实施情况统计表).
package struct PenaltyOrder: Hashable, Sendable {
    /// From the lightest to the heaviest.
    package let kinds: [String]
    /// What a decision is when it only states an amount.
    package let fine: String
    /// What counts for whatever is in no class; lighter than every class.
    package let other: String

    /// The folder of the catalog.
    package static let folder = "casework/statistics"
    /// The id of its files.
    package static let id = "penalty-order"
    private static let key = "penalties"

    /// The order in force on a day.
    ///
    /// - Throws: `.nothingInForce`, or `.faulty` with every fault of the file.
    package init(_ catalog: RuleCatalog, on day: CivilDate) throws(CatalogError) {
        self = try catalog.reading(id: Self.id, under: Self.folder, on: day) { Self.read($1) }
    }

    /// The order in force on a day; nil before there was a law of penalties.
    static func ifAny(_ catalog: RuleCatalog, on day: CivilDate) throws(CatalogError) -> PenaltyOrder? {
        let isCovered = catalog.files(under: folder).contains { $0.header.effective.contains(day) }
        return isCovered ? try PenaltyOrder(catalog, on: day) : nil
    }

    /// Every fault of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        catalog.files(under: folder).flatMap { file -> [CatalogFault] in
            let reader = RuleReader(file)
            _ = read(reader)
            return reader.faults
        }
    }

    private static func read(_ reader: RuleReader) -> PenaltyOrder {
        let content = reader.body(keys: [key]).mapping(key, keys: ["kinds", "fine", "other"])
        let order = PenaltyOrder(
            kinds: content.texts("kinds"), fine: content.text("fine"), other: content.text("other"))
        if !order.kinds.contains(order.fine) {
            content.refuse("fine", .other(message: "“\(order.fine)”不在 kinds 中", mend: "写 kinds 中的一个"))
        }
        return order
    }

    private init(kinds: [String], fine: String, other: String) {
        self.kinds = kinds
        self.fine = fine
        self.other = other
    }

    /// The kinds in their order; those of no class first.
    func sorted(_ named: [String]) -> [String] {
        named.filter { !kinds.contains($0) } + kinds.filter(named.contains)
    }

    /// The class in which a decision counts.
    func heaviest(of named: [String]) -> String { kinds.last { named.contains($0) } ?? other }
}

import Catalog
import Standards

/// GB 3838 with the evaluation method of one day, laid out by the columns of the table.
///
/// A class, so that a row borrows it instead of copying the limits.
final class WaterDayRule {
    let id: String
    /// Chinese names of the items, by column.
    let names: [String]
    /// Limits by column; nil where the item does not take part.
    private let river: [WaterLimit?]
    private let lake: [WaterLimit?]
    private let belowLimitShare: Rational

    /// - Throws: `.nothingInForce` when the standard or the method was not in force.
    init(_ catalog: RuleCatalog, on day: CivilDate, items: [WaterItem]) throws(CatalogError) {
        let rule = try catalog.waterClassRule(on: day)
        id = rule.id
        names = items.map(rule.standard.name(of:))
        func limits(_ kind: WaterBodyKind) -> [WaterLimit?] {
            items.map { rule.method.items.contains($0) ? rule.standard.limit($0, kind: kind) : nil }
        }
        river = limits(.river)
        lake = limits(.lake)
        belowLimitShare = try Self.belowLimitShare(catalog, on: day)
    }

    /// Before the rule was written down in 2020 laboratories halved as well (HJ/T 91-2002).
    static let belowLimitShareBeforeRule = Rational(ExactDecimal(significand: 5, scale: 1) ?? .zero)

    /// The share of the detection limit that stands for a value below it.
    private static func belowLimitShare(_ catalog: RuleCatalog, on day: CivilDate) throws(CatalogError) -> Rational {
        do {
            return try catalog.rule(.waterMeans, on: day).belowLimitShare
        } catch {
            guard error.code == .nothingInForce else { throw error }
            return belowLimitShareBeforeRule
        }
    }

    /// The limits of a kind of water, by column.
    func limits(_ kind: WaterBodyKind) -> [WaterLimit?] { kind == .river ? river : lake }

    /// What stands for a value below a detection limit; nil when it cannot be written as a decimal.
    func standIn(below limit: ExactDecimal) -> ExactDecimal? {
        (Rational(limit) * belowLimitShare).exactDecimal
    }
}

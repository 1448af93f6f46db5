import Standards

/// GB 3838 with the evaluation method of one day, laid out by the columns of the table.
///
/// A class, so that a row borrows it instead of copying the limits.
final class WaterDayRule {
    let id: String
    /// Chinese names of the items, by column.
    let names: [String]
    /// The alternative for dissolved oxygen; nil where the rules do not use it.
    let saturation: OxygenSaturation?
    /// The same rules, for an explanation.
    let explaining: WaterExplanationRules
    /// Limits by column; nil where the item does not take part.
    private let river: [WaterLimit?]
    private let lake: [WaterLimit?]
    private let keys: [String]
    /// Sets of items named before: joining them anew would cost more than judging.
    private var lists: [Int: String] = [:]

    init(_ rules: WaterExplanationRules, items: [WaterItem]) {
        let rule = rules.rule
        id = rule.id
        names = items.map(rule.standard.name(of:))
        keys = items.map(\.rawValue)
        saturation = rule.standard.saturation.flatMap { $0.isUsed ? $0 : nil }
        explaining = rules
        func limits(_ kind: WaterBodyKind) -> [WaterLimit?] {
            items.map { rule.method.items.contains($0) ? rule.standard.limit($0, kind: kind) : nil }
        }
        river = limits(.river)
        lake = limits(.lake)
    }

    /// Before the rule was written down in 2020 laboratories halved as well (HJ/T 91-2002).
    static let belowLimitShareBeforeRule = Rational(ExactDecimal(significand: 5, scale: 1) ?? .zero)

    /// The limits of a kind of water, by column.
    func limits(_ kind: WaterBodyKind) -> [WaterLimit?] { kind == .river ? river : lake }

    /// What stands for a value below a detection limit; nil when it cannot be written as a decimal.
    func standIn(below limit: ExactDecimal) -> ExactDecimal? {
        (Rational(limit) * explaining.belowLimitShare).exactDecimal
    }

    /// The columns of a set of items, one bit an item, joined by commas.
    func list(_ set: Int) -> String {
        if let known = lists[set] { return known }
        let list = keys.indices.filter { set & 1 << $0 != 0 }.map { keys[$0] }.joined(separator: ",")
        lists[set] = list
        return list
    }
}

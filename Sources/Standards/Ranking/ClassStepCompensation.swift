/// Compensation by steps of water class: so much for each class worse than the target, for each indicator of a section.
///
/// Beijing 2015: 300,000 yuan a class and indicator; half of it where the water did not get worse on its way through.
public struct ClassStepCompensation: Hashable, Sendable {
    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// Indicators that are charged, by the keys of `WaterItem`.
    public let items: [WaterItem]
    /// Price of a class in 分.
    public let price: Int64
    /// Price of a class in 分 where the outflow is not worse than the inflow.
    public let priceWhenNotWorsened: Int64

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for no items or a price below zero.
    public init(
        id: String, title: String, items: [WaterItem], price: Int64, priceWhenNotWorsened: Int64
    ) throws(StandardsError) {
        let bound: Int64 = 1 << 50
        guard !items.isEmpty, (0...bound).contains(price), (0...price).contains(priceWhenNotWorsened) else {
            throw StandardsError(.invalidRule, subject: "price")
        }
        self.id = id
        self.title = title
        self.items = items
        self.price = price
        self.priceWhenNotWorsened = priceWhenNotWorsened
    }

    /// What one indicator of one section pays for a month, in 分; 0 when it meets the target.
    ///
    /// - Parameters:
    ///   - waterClass: the class of the indicator in the outflow.
    ///   - target: the class it should have.
    ///   - inflow: the value in the inflow; nil where the water rises inside the area.
    ///   - outflow: the value in the outflow, in the unit of the inflow.
    public func payment(
        _ waterClass: WaterClass, target: WaterClass, inflow: ExactDecimal?, outflow: ExactDecimal
    ) -> Int64 {
        let steps = max(0, waterClass.rawValue - target.rawValue)
        let isNotWorsened = inflow.map { outflow <= $0 } ?? false
        return Int64(steps) * (isNotWorsened ? priceWhenNotWorsened : price)
    }
}

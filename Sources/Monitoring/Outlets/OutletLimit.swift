import Ledger
package import Registry
package import Standards

/// A limit of an outlet as registered: what, how much, by which standard.
package struct OutletLimit: Sendable, Hashable {
    /// The item of the channel, e.g. `nox`.
    package let item: String
    /// The item's name for readers, e.g. 氮氧化物.
    package let name: String
    /// The value that the hourly mean must not exceed.
    package let limit: ExactDecimal
    /// The value below which it must not fall (pH); nil for none.
    package let lower: ExactDecimal?
    package let unit: String
    /// Whether the limit holds for the concentration converted to reference oxygen (折算浓度).
    package let isConverted: Bool
    /// The emission standard, as cited.
    package let standard: String

    /// The item of the series that is judged.
    package var seriesItem: String { isConverted ? item + "-zs" : item }

    /// The limits of an outlet; those that cannot be read are left out.
    package static func limits(of outlet: RegisteredObject) -> [OutletLimit] {
        (outlet.fields["limits"]?.elements ?? []).compactMap(OutletLimit.init(canonical:))
    }

    init?(canonical value: CanonicalValue) {
        guard let item = value["item"]?.text, let limit = value["limit"]?.text.flatMap({ ExactDecimal($0) }) else {
            return nil
        }
        self.item = item
        self.limit = limit
        name = value["name"]?.text ?? item
        lower = value["lower"]?.text.flatMap { ExactDecimal($0) }
        unit = value["unit"]?.text ?? ""
        isConverted = value["converted"]?.bool ?? false
        standard = value["standard"]?.text ?? ""
    }

    /// Whether an hourly mean breaks the limit.
    package func isExceeded(by value: ExactDecimal) -> Bool { value > limit || lower.map { value < $0 } ?? false }

    /// How many times a value is above the limit, exact; nil when it is not above or the limit is no quantity.
    package func multiple(of value: ExactDecimal) -> Rational? {
        (try? ExceedanceMultiple.exact(value.rational, over: limit.rational)) ?? nil
    }
}

import Ledger
import Standards

/// The range of an analyser, as its nameplate or its 验收 says.
package struct MeasuringRange: Hashable, Sendable {
    /// The least value it measures: decimal text.
    package let low: String
    /// The greatest value it measures: decimal text.
    package let high: String
    /// The unit of both.
    package let unit: String

    package init(low: String, high: String, unit: String) {
        self.low = low
        self.high = high
        self.unit = unit
    }

    init?(canonical value: CanonicalValue) {
        guard let low = value["low"]?.text, let high = value["high"]?.text, let unit = value["unit"]?.text else {
            return nil
        }
        self.init(low: low, high: high, unit: unit)
    }

    /// Whether both are decimals and the first is the lower one.
    package var isSound: Bool {
        guard let low = ExactDecimal(low), let high = ExactDecimal(high) else { return false }
        return low < high
    }

    var canonical: CanonicalValue { ["low": .string(low), "high": .string(high), "unit": .string(unit)] }
}

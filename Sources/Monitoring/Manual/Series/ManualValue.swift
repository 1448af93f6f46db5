package import Standards

/// Which values can be.
package enum ManualValue {
    /// Whether a result of an item can lie below a detection limit: temperature and pH are always read.
    static func hasDetectionLimit(_ item: String) -> Bool {
        item != WaterItem.temperature.rawValue && item != WaterItem.ph.rawValue
    }

    /// Whether an item can have a value: temperatures may lie below zero, pH between 0 and 14.
    package static func isPossible(_ value: ExactDecimal, item: String) -> Bool {
        switch item {
        case WaterItem.temperature.rawValue: true
        case WaterItem.ph.rawValue: HydrogenIonMean.range.contains(value)
        default: !value.isNegative
        }
    }
}

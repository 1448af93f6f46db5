import Standards

/// The items that a section of the national network shows, in the order of the feed's columns.
enum WaterColumn {
    static let items: [WaterItem] = [
        .temperature, .ph, .dissolvedOxygen, .conductivity, .turbidity, .codmn, .nh3n, .tp, .tn, .chlorophyll, .algae,
    ]

    /// Decimals with which an hourly value is shown.
    static func decimals(of item: WaterItem) -> Int {
        switch item {
        case .algae: 0
        case .temperature, .conductivity, .turbidity: 1
        case .nh3n, .tp, .chlorophyll: 3
        default: 2
        }
    }

    /// Measured in lakes only.
    static func isOfLakes(_ item: WaterItem) -> Bool { item == .chlorophyll || item == .algae }
}

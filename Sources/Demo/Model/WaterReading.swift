package import Standards

/// One section at one of its hours 0, 4, 8 … 20.
package struct WaterReading: Hashable, Sendable {
    package enum State: String, Sendable {
        case normal = "正常"
        case maintenance = "维护"
        /// No water (断流): the station cannot run.
        case dry = "不具备运行条件"
    }

    package let state: State
    /// Whole numbers in the order of `WaterColumn.items`, each × 10^decimals; meaningless unless `state` is normal.
    let scaled: [Int]
    /// An item whose analyser is out of order.
    let faulty: WaterItem?
    let isLake: Bool

    /// The value × 10^decimals as the national feed shows it; nil when it is missing or not measured here.
    package func valid(_ item: WaterItem) -> Int? {
        guard state == .normal, item != faulty, isLake || !WaterColumn.isOfLakes(item) else { return nil }
        return WaterColumn.items.firstIndex(of: item).map { scaled[$0] }
    }
}

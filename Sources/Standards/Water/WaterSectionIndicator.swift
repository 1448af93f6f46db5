/// A main pollution indicator (主要污染指标) of a river or basin, chosen by 断面超标率.
public struct WaterSectionIndicator: Hashable, Sendable {
    /// The item.
    public let item: WaterItem
    /// Sections where it is worse than Ⅲ.
    public let exceeding: Int
    /// Sections where it was measured.
    public let measured: Int

    /// 断面超标率: the exact share of sections measured where the item is worse than Ⅲ.
    public var rate: Rational {
        // Safe: an indicator comes from at least one section.
        (try? Rational(numerator: exceeding, denominator: measured)) ?? .zero
    }
}

extension WaterClassRule {
    /// The main pollution indicators of a river: items worse than Ⅲ somewhere, by the share of sections where they are;
    /// equal shares in the order of the standard. As many as the method names at most (three).
    public func mainIndicators(ofSections results: [WaterClassResult]) -> [WaterSectionIndicator] {
        var exceeding: [WaterItem: Int] = [:]
        var measured: [WaterItem: Int] = [:]
        for judged in results.flatMap(\.items) {
            measured[judged.item, default: 0] += 1
            if judged.waterClass > .three { exceeding[judged.item, default: 0] += 1 }
        }
        let indicators = exceeding.map { entry in
            WaterSectionIndicator(item: entry.key, exceeding: entry.value, measured: measured[entry.key] ?? entry.value)
        }
        let sorted = indicators.sorted { left, right in
            left.rate == right.rate ? left.item < right.item : left.rate > right.rate
        }
        return Array(sorted.prefix(method.indicatorCount))
    }
}

import Standards

/// What one water section shows: its usual levels, moved by season, weather and its own noise.
struct SectionModel: Sendable {
    private let noise: SeededNoise
    private let channel: Int
    private let isLake: Bool
    private let driesUp: Bool
    private let typical: [WaterItem: Double]
    private let oxygenOffset: Double

    init(noise: SeededNoise, number: Int, section: DistrictPlan.WaterSection) {
        self.noise = noise
        channel = 5_000 + number * 20
        isLake = section.kind == .lake
        driesUp = section.driesUp
        var levels: [WaterItem: Double] = [:]
        for item in WaterColumn.items {
            levels[item] = section.typical[item.rawValue].flatMap(Double.init)
        }
        typical = levels
        oxygenOffset = section.typical["oxygenOffset"].flatMap(Double.init) ?? 0
    }

    /// The reading at an hour; `dryFrom` is the first hour without water of a section that dries up.
    func reading(at hour: LocalHour, weather: DistrictWeather, dryFrom: LocalHour) -> WaterReading {
        let slot = hour.index.floored(by: 4)
        if driesUp, hour >= dryFrom {
            return WaterReading(state: .dry, scaled: [], faulty: nil, isLake: isLake)
        }
        if isMaintained(slot) {
            return WaterReading(state: .maintenance, scaled: [], faulty: nil, isLake: isLake)
        }
        let values = WaterColumn.items.map { item in
            Self.scaled(value(item, hour, slot, weather), WaterColumn.decimals(of: item))
        }
        return WaterReading(state: .normal, scaled: values, faulty: faultyItem(slot), isLake: isLake)
    }

    private func value(_ item: WaterItem, _ hour: LocalHour, _ slot: Int, _ weather: DistrictWeather) -> Double {
        let years = hour.years
        let winter = Curve.wave(years - 0.07)
        let day = Curve.wave((Double(hour.hourOfDay) - 15) / 24)
        let temperature = max(
            0.4, 14.6 - 12.8 * winter + 0.5 * day + 1.1 * noise.smooth(channel, hour.index, period: 120))
        let drift = noise.smooth(channel + 1, slot, period: 27)
        let shake = noise.bell(channel + 2, slot &* 16 &+ (WaterColumn.items.firstIndex(of: item) ?? 0))
        let runoff = min(1.2, weather.rain)
        func level(_ spread: Double, _ season: Double) -> Double {
            (typical[item] ?? 0) * Curve.exponential(spread * drift + 0.05 * shake + season)
        }
        switch item {
        case .temperature: return temperature
        case .ph: return 7.85 + (isLake ? 0.35 : 0.08) * (day * 0.4 - winter) + 0.10 * drift + 0.02 * shake
        case .dissolvedOxygen:
            let saturation = 468 / (31.6 + temperature)
            return max(0.6, 0.90 * saturation + oxygenOffset + (isLake ? 0.8 : 0.35) * day + 0.6 * drift + 0.1 * shake)
        case .conductivity: return level(0.07, 0.05 * winter - 0.05 * runoff)
        case .turbidity: return level(0.28, 0.7 * runoff - 0.1 * winter)
        case .codmn: return level(0.12, 0.10 * runoff - 0.14 * winter)
        case .nh3n: return level(0.30, 0.25 * runoff + 0.12 * winter)
        case .tp: return level(0.20, 0.25 * runoff - 0.18 * winter)
        case .tn: return level(0.13, 0.08 * runoff + 0.10 * winter)
        case .chlorophyll: return level(0.25, -0.85 * winter)
        case .algae: return max(0, (typical[.chlorophyll] ?? 0) * 2.6e8 * Curve.exponential(0.3 * drift - 0.9 * winter))
        default: return 0
        }
    }

    /// One to four readings lost to maintenance, in a third of all fortnights.
    private func isMaintained(_ slot: Int) -> Bool {
        let block = slot.floored(by: 84)
        guard noise.unit(channel + 3, block) < 0.33 else { return false }
        let start = block * 84 + noise.pick(channel + 4, block, of: 80)
        return slot >= start && slot < start + 1 + noise.pick(channel + 5, block, of: 4)
    }

    /// One analyser out of order for up to two days, in a quarter of all months. The dissolved substances only.
    private func faultyItem(_ slot: Int) -> WaterItem? {
        let block = slot.floored(by: 180)
        guard noise.unit(channel + 6, block) < 0.25 else { return nil }
        let start = block * 180 + noise.pick(channel + 7, block, of: 168)
        guard slot >= start, slot < start + 2 + noise.pick(channel + 8, block, of: 10) else { return nil }
        let wet: [WaterItem] = [.codmn, .nh3n, .tp, .tn]
        return wet[noise.pick(channel + 9, block, of: wet.count)]
    }

    private static func scaled(_ value: Double, _ decimals: Int) -> Int {
        var unit = 1.0
        for _ in 0..<decimals { unit *= 10 }
        return Int((value * unit).rounded())
    }
}

/// What one outlet lets go: its usual levels moved by load and chance. The incidents of the demo are in `DemoScript`.
struct OutletModel: Sendable {
    private let noise: SeededNoise
    private let channel: Int
    private let outlet: DistrictPlan.Outlet
    /// Runs by shifts on working days only.
    private let worksByShift: Bool

    init(noise: SeededNoise, number: Int, outlet: DistrictPlan.Outlet) {
        self.noise = noise
        channel = 8_000 + number * 20
        self.outlet = outlet
        worksByShift = outlet.limits.contains { $0.item == "nmhc" }
    }

    /// Whether the plant runs in an hour.
    func isRunning(_ hour: LocalHour) -> Bool {
        !worksByShift || (hour.weekday < 6 && (8..<20).contains(hour.hourOfDay))
    }

    /// The hourly mean of an item × 10^`decimals`; nil for an item without a level in the plan.
    func value(_ item: String, decimals: Int, at hour: LocalHour) -> Int? {
        guard let text = outlet.typical[item], let typical = Double(text) else { return nil }
        var unit = 1.0
        for _ in 0..<decimals { unit *= 10 }
        let number = outlet.typical.keys.sorted().firstIndex(of: item) ?? 0
        let load = noise.smooth(channel, hour.index, period: 15)
        let shake = noise.bell(channel + 1 + number, hour.index)
        let value: Double
        switch item {
        case "ph": value = typical + 0.12 * load + 0.05 * shake
        case "o2": value = typical - 0.35 * load + 0.10 * shake
        case "gasTemperature": value = typical + 3 * load + 0.8 * shake
        case "flow": value = typical * Curve.exponential(0.10 * load + 0.03 * shake)
        default: value = typical * Curve.exponential(0.12 * load + 0.06 * shake)
        }
        let idle = isRunning(hour) ? 1.0 : item == "gasTemperature" ? 0.7 : 0.04
        return Int((value * idle * unit).rounded())
    }
}

/// What kind of station a device without a place stands for.
package enum TrialProfile: String, CaseIterable, Sendable {
    case air, water, outlet, stack, noise

    /// One factor: its level and how far it moves.
    struct Factor: Sendable {
        let channel: DistrictPlan.Channel
        /// Code of HJ/T 212-2005; nil where that edition has none.
        let oldCode: String?
        /// The usual level and the greatest value, in the channel's unit.
        let level: Double
        let ceiling: Double
        /// The relative swing over a day.
        let swing: Double
    }

    /// In words for people.
    package var explanation: String {
        switch self {
        case .air: "空气站（ST=22）"
        case .water: "地表水站（ST=21）"
        case .outlet: "废水排放口（ST=32）"
        case .stack: "废气排放口（ST=31）"
        case .noise: "噪声点（ST=23）"
        }
    }

    /// The system code of HJ 212.
    package var systemType: String {
        switch self {
        case .air: "22"
        case .water: "21"
        case .outlet: "32"
        case .stack: "31"
        case .noise: "23"
        }
    }

    var factors: [Factor] {
        switch self {
        case .air:
            [
                Self.factor("pm25", "a34004", nil, "µg/m³", 0, 38, 600, 0.4),
                Self.factor("pm10", "a34002", nil, "µg/m³", 0, 72, 900, 0.4),
                Self.factor("so2", "a21026", "02", "µg/m³", 0, 8, 500, 0.3),
                Self.factor("no2", "a21004", nil, "µg/m³", 0, 31, 400, 0.35),
                Self.factor("co", "a21005", nil, "mg/m³", 3, 0.7, 20, 0.25),
                Self.factor("o3", "a05024", nil, "µg/m³", 0, 80, 500, 0.6),
                Self.factor("temperature", "a01001", nil, "°C", 1, 16, 45, 0.3),
            ]
        case .water:
            [
                Self.factor("ph", "w01001", "001", "", 2, 7.6, 14, 0.01),
                Self.factor("do", "w01009", nil, "mg/L", 2, 8.1, 20, 0.1),
                Self.factor("temperature", "w01010", nil, "°C", 1, 15, 40, 0.1),
                Self.factor("conductivity", "w01014", nil, "µS/cm", 0, 520, 5_000, 0.03),
                Self.factor("turbidity", "w01003", nil, "NTU", 1, 18, 1_000, 0.15),
                Self.factor("codmn", "w01019", nil, "mg/L", 2, 3.4, 50, 0.1),
                Self.factor("nh3n", "w21003", "060", "mg/L", 3, 0.31, 30, 0.2),
                Self.factor("tp", "w21011", "101", "mg/L", 3, 0.09, 10, 0.15),
            ]
        case .outlet:
            [
                Self.factor("cod", "w01018", "011", "mg/L", 2, 24, 500, 0.15),
                Self.factor("nh3n", "w21003", "060", "mg/L", 3, 1.2, 50, 0.25),
                Self.factor("tp", "w21011", "101", "mg/L", 3, 0.22, 10, 0.2),
                Self.factor("tn", "w21001", "065", "mg/L", 2, 9.6, 80, 0.1),
                Self.factor("ph", "w01001", "001", "", 2, 7.2, 14, 0.01),
                Self.factor("flow", "w00000", "B01", "L/s", 2, 42, 900, 0.3),
            ]
        case .stack:
            [
                Self.factor("dust", "a34013", "01", "mg/m³", 2, 4.2, 200, 0.2),
                Self.factor("so2", "a21026", "02", "mg/m³", 2, 18, 500, 0.25),
                Self.factor("nox", "a21002", "03", "mg/m³", 2, 36, 500, 0.2),
                Self.factor("o2", "a19001", "S01", "%", 2, 8.6, 20, 0.05),
                Self.factor("gasTemperature", "a01012", "S03", "°C", 1, 88, 300, 0.05),
                Self.factor("flow", "a00000", "B02", "m³/s", 2, 26, 300, 0.1),
            ]
        case .noise: [Self.factor("Leq", "Leq", nil, "dB", 1, 56, 110, 0.12)]
        }
    }

    /// Whether the edition has codes for what such a station measures.
    package func exists(in edition: DistrictPlan.Device.Version) -> Bool {
        edition != .hj2005 || !factors.contains { $0.oldCode == nil }
    }

    /// The factors under the codes of an edition.
    func channels(in edition: DistrictPlan.Device.Version) -> [DistrictPlan.Channel] {
        factors.map { factor in
            guard edition == .hj2005, let old = factor.oldCode else { return factor.channel }
            let channel = factor.channel
            return DistrictPlan.Channel(
                item: channel.item, code: old, unit: channel.unit, decimals: channel.decimals)
        }
    }

    private static func factor(
        _ item: String, _ code: String, _ oldCode: String?, _ unit: String, _ decimals: Int, _ level: Double,
        _ ceiling: Double, _ swing: Double
    ) -> Factor {
        Factor(
            channel: DistrictPlan.Channel(item: item, code: code, unit: unit, decimals: decimals), oldCode: oldCode,
            level: level, ceiling: ceiling, swing: swing)
    }
}

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

    /// What such a station is.
    private struct Station: Sendable {
        let word: String
        /// The system code of HJ 212.
        let systemType: String
        let factors: [Factor]
    }

    private static let airStation = Station(
        word: "空气站", systemType: "22",
        factors: [
            factor("pm25", "a34004", nil, "µg/m³", 0, 38, 600, 0.4),
            factor("pm10", "a34002", nil, "µg/m³", 0, 72, 900, 0.4),
            factor("so2", "a21026", "02", "µg/m³", 0, 8, 500, 0.3),
            factor("no2", "a21004", nil, "µg/m³", 0, 31, 400, 0.35),
            factor("co", "a21005", nil, "mg/m³", 3, 0.7, 20, 0.25),
            factor("o3", "a05024", nil, "µg/m³", 0, 80, 500, 0.6),
            factor("temperature", "a01001", nil, "°C", 1, 16, 45, 0.3),
        ])

    private static let waterStation = Station(
        word: "地表水站", systemType: "21",
        factors: [
            factor("ph", "w01001", "001", "", 2, 7.6, 14, 0.01),
            factor("do", "w01009", nil, "mg/L", 2, 8.1, 20, 0.1),
            factor("temperature", "w01010", nil, "°C", 1, 15, 40, 0.1),
            factor("conductivity", "w01014", nil, "µS/cm", 0, 520, 5_000, 0.03),
            factor("turbidity", "w01003", nil, "NTU", 1, 18, 1_000, 0.15),
            factor("codmn", "w01019", nil, "mg/L", 2, 3.4, 50, 0.1),
            factor("nh3n", "w21003", "060", "mg/L", 3, 0.31, 30, 0.2),
            factor("tp", "w21011", "101", "mg/L", 3, 0.09, 10, 0.15),
        ])

    private static let outletStation = Station(
        word: "废水排放口", systemType: "32",
        factors: [
            factor("cod", "w01018", "011", "mg/L", 2, 24, 500, 0.15),
            factor("nh3n", "w21003", "060", "mg/L", 3, 1.2, 50, 0.25),
            factor("tp", "w21011", "101", "mg/L", 3, 0.22, 10, 0.2),
            factor("tn", "w21001", "065", "mg/L", 2, 9.6, 80, 0.1),
            factor("ph", "w01001", "001", "", 2, 7.2, 14, 0.01),
            factor("flow", "w00000", "B01", "L/s", 2, 42, 900, 0.3),
        ])

    private static let stackStation = Station(
        word: "废气排放口", systemType: "31",
        factors: [
            factor("dust", "a34013", "01", "mg/m³", 2, 4.2, 200, 0.2),
            factor("so2", "a21026", "02", "mg/m³", 2, 18, 500, 0.25),
            factor("nox", "a21002", "03", "mg/m³", 2, 36, 500, 0.2),
            factor("o2", "a19001", "S01", "%", 2, 8.6, 20, 0.05),
            factor("gasTemperature", "a01012", "S03", "°C", 1, 88, 300, 0.05),
            factor("flow", "a00000", "B02", "m³/s", 2, 26, 300, 0.1),
        ])

    private static let noiseStation = Station(
        word: "噪声点", systemType: "23",
        factors: [
            factor("Leq", "Leq", nil, "dB", 1, 56, 110, 0.12)
        ])

    private var station: Station {
        switch self {
        case .air: Self.airStation
        case .water: Self.waterStation
        case .outlet: Self.outletStation
        case .stack: Self.stackStation
        case .noise: Self.noiseStation
        }
    }

    /// In words for people.
    package var explanation: String { "\(station.word)（ST=\(station.systemType)）" }

    /// The system code of HJ 212.
    package var systemType: String { station.systemType }

    var factors: [Factor] { station.factors }

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

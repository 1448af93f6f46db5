/// What one noise station hears: its usual day and night, the rhythm of the day, chance and now and then something loud.
struct NoiseModel: Sendable {
    private let noise: SeededNoise
    private let channel: Int
    private let day: Double
    private let night: Double

    init(noise: SeededNoise, number: Int, point: DistrictPlan.NoisePoint) {
        self.noise = noise
        channel = 7_000 + number * 10
        day = Double(point.typicalDay) ?? 55
        night = Double(point.typicalNight) ?? 45
    }

    /// Leq of an hour in tenths of dB(A).
    func level(at hour: LocalHour) -> Int {
        let clock = Double(hour.hourOfDay)
        let isNight = hour.hourOfDay < 6 || hour.hourOfDay >= 22
        // Night falls off until three, day swells with the rush hours.
        let rhythm = isNight ? -1.6 * Curve.wave((clock - 2.5) / 12) : 0.9 * Curve.wave((clock - 8) / 10)
        let weekend = hour.weekday >= 5 ? -0.8 : 0
        let chance = 1.0 * noise.bell(channel, hour.index)
        let event = noise.unit(channel + 1, hour.index) < 0.015 ? 5 + 4 * noise.unit(channel + 2, hour.index) : 0
        return Int((((isNight ? night : day) + rhythm + weekend + chance + event) * 10).rounded())
    }

    /// A statistical level of the hour in tenths of dB(A), by its name in HJ 212 (L5 … LMn).
    func level(_ name: String, at hour: LocalHour) -> Int {
        let leq = level(at: hour)
        let width = 10 + noise.pick(channel + 3, hour.index, of: 5)
        switch name {
        case "L5": return leq + 32 * width / 12
        case "L10": return leq + 22 * width / 12
        case "L50": return leq - 21 * width / 12
        case "L90": return leq - 52 * width / 12
        case "L95": return leq - 60 * width / 12
        case "LMx": return leq + 110 * width / 12
        case "LMn": return leq - 82 * width / 12
        default: return leq
        }
    }
}

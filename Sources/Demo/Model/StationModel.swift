/// What makes one station differ from the district: fixed offsets, its own slow and quick noise, its gaps.
struct StationModel: Sendable {
    private let noise: SeededNoise
    private let channel: Int
    private let gaps: StationGaps
    /// Lasting factors of the station, 1 on average.
    private let particles: Double
    private let coarse: Double
    private let road: Double
    private let ozone: Double
    private let sulphur: Double

    init(noise: SeededNoise, number: Int) {
        self.noise = noise
        channel = 1_000 + number * 40
        gaps = StationGaps(noise: noise, channel: channel + 20)
        particles = 1 + 0.055 * noise.bell(channel, 0)
        coarse = 1 + 0.09 * noise.bell(channel, 1)
        road = 1 + 0.14 * noise.bell(channel, 2)
        ozone = 1 + 0.035 * noise.bell(channel, 3)
        sulphur = 1 + 0.12 * noise.bell(channel, 4)
    }

    /// The station's hour under the given weather of that hour.
    func hour(_ hour: LocalHour, _ weather: DistrictWeather, _ air: DistrictAir) -> AirHour {
        let h = hour.index
        let slow = 1 + 0.085 * noise.smooth(channel + 10, h, period: 11)
        let gasSlow = 1 + 0.10 * noise.smooth(channel + 11, h, period: 7)
        let shake = noise.bits(channel + 12, h)
        let pm25 = air.pm25 * particles * slow * Self.shaken(shake, 0, by: 0.09)
        let dustiness = coarse * Self.shaken(shake, 10, by: 0.11)
        let pm10 = pm25 + max(-1, (air.coarse * dustiness + air.dust * (0.8 + 0.2 * dustiness)) * slow)
        let no2 = air.no2 * road * gasSlow * Self.shaken(shake, 20, by: 0.14)
        let o3 = air.o3 * ozone * (1.06 - 0.06 * road * gasSlow) * Self.shaken(shake, 30, by: 0.05)
        let so2 = air.so2 * sulphur * Self.shaken(shake, 40, by: 0.18)
        let co = air.co * (0.7 + 0.3 * road * slow) * Self.shaken(shake, 50, by: 0.10)
        return AirHour(
            pm25: Self.whole(pm25, atLeast: 3), pm10: Self.whole(pm10, atLeast: 5), so2: Self.whole(so2, atLeast: 2),
            no2: Self.whole(no2, atLeast: 3), coTenths: Self.whole(co * 10, atLeast: 1),
            o3: Self.whole(o3, atLeast: 2), gap: gaps.gap(at: hour))
    }

    /// Why values are missing in an hour; nil when none is.
    func gap(at hour: LocalHour) -> Gap? {
        gaps.gap(at: hour)
    }

    /// A factor around 1 taken from ten bits of a hash.
    private static func shaken(_ bits: UInt64, _ shift: UInt64, by width: Double) -> Double {
        1 + width * (Double((bits >> shift) & 1023) / 511.5 - 1)
    }

    private static func whole(_ value: Double, atLeast floor: Int) -> Int {
        max(floor, Int(value.rounded()))
    }
}

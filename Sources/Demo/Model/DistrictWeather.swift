/// Weather over the whole district in one hour: what the pollution of every station has in common.
struct DistrictWeather: Sendable {
    /// +1 in the middle of January, −1 in the middle of July.
    let winter: Double
    /// How still the air lies; about −1.5 (cold front) … +1.5 (several days of stagnation).
    let stagnation: Double
    /// 0 dry … about 1.5 heavy rain.
    let rain: Double
    /// Coarse dust that came with the wind, µg/m³.
    let dust: Double
    /// Daily peak of ozone that the season and the sky allow, µg/m³.
    let ozonePeak: Double
    /// 0 at the hour of least ozone, 1 at 15 o'clock.
    let sunCurve: Double
    /// Share of the usual traffic, 1 on average.
    let traffic: Double
    /// ℃
    let temperature: Double
    /// %
    let humidity: Double
    /// kPa
    let pressure: Double
    /// m/s
    let windSpeed: Double
    /// Degrees from which the wind comes, 0 ..< 360.
    let windDirection: Double
}

extension DistrictWeather {
    /// The numbers of the noise channels; one meaning each, never reused.
    private enum Channel {
        static let synoptic = 1
        static let slow = 2
        static let quick = 3
        static let showers = 4
        static let wetSpell = 5
        static let air = 6
        static let direction = 7
        static let gusts = 8
        static let dust = 9
        static let clouds = 10
        static let moisture = 11
    }

    init(noise: SeededNoise, hour: LocalHour) {
        let h = hour.index
        let clock = Double(hour.hourOfDay)
        let years = hour.years
        let winter = Curve.wave(years - 0.045)
        let stagnation =
            0.80 * noise.smooth(Channel.synoptic, h, period: 61) + 0.42 * noise.smooth(Channel.slow, h, period: 149)
            + 0.18 * noise.smooth(Channel.quick, h, period: 17)
        let wetness =
            noise.smooth(Channel.showers, h, period: 13) + 0.7 * noise.smooth(Channel.wetSpell, h, period: 67)
            - (1.55 + 0.60 * winter)
        let rain = max(0, min(1.5, wetness))
        self.winter = winter
        self.stagnation = stagnation
        self.rain = rain
        dust = Self.dust(noise, hour)
        let summer = Curve.wave(years - 0.46)
        let sky = 0.75 * noise.smooth(Channel.clouds, h, period: 43) + 0.45 * stagnation - 0.8 * rain
        ozonePeak = max(30, 117 + 69 * summer + (29 + 17 * summer) * sky)
        let afternoon = 0.5 + 0.5 * Curve.wave((clock - 15.2) / 24)
        sunCurve = afternoon * (0.35 + 0.65 * afternoon)
        traffic = Self.traffic(hour)
        let spread = noise.smooth(Channel.air, h, period: 83)
        let afternoonWarmth = Curve.wave((clock - 15) / 24)
        temperature = 13.2 - 14.6 * winter + 4.6 * afternoonWarmth + 2.8 * spread - 2 * rain
        let dampness = 58 - 9 * winter - 13 * afternoonWarmth
        humidity = min(98, max(12, dampness + 9 * noise.smooth(Channel.moisture, h, period: 51) + 25 * rain))
        pressure = 101.5 + 1.1 * winter - 0.35 * spread - 0.25 * stagnation
        let breeze = 2.1 - 0.8 * stagnation + 0.55 * afternoonWarmth
        windSpeed = max(0.2, breeze + 0.5 * noise.smooth(Channel.gusts, h, period: 5))
        let turn = (205 + 45 * winter + 120 * noise.smooth(Channel.direction, h, period: 29)) / 360
        windDirection = (turn - turn.rounded(.down)) * 359.9
    }

    /// Dust comes in spring: each block of nine days may bring one event of 14 to 40 hours that starts within it.
    private static func dust(_ noise: SeededNoise, _ hour: LocalHour) -> Double {
        let length = 216
        let block = hour.index.floored(by: length)
        var total = 0.0
        for candidate in (block - 1)...block {
            let start = candidate * length + noise.pick(Channel.dust, candidate * 4, of: length)
            let hours = 14 + noise.pick(Channel.dust, candidate * 4 + 1, of: 27)
            let age = hour.index - start
            guard age >= 0, age < hours else { continue }
            let spring = Curve.wave(LocalHour(index: start).years - 0.27)
            guard noise.unit(Channel.dust, candidate * 4 + 2) < 0.60 * spring - 0.05 else { continue }
            // It comes with the front in a few hours and thins out slowly.
            let rise = min(1, Double(age + 1) / 4)
            let fall = Double(hours - age) / Double(hours)
            let strength = 130 + 480 * noise.unit(Channel.dust, candidate * 4 + 3)
            total += strength * rise * fall
        }
        return total
    }

    /// Two rush hours on working days, one broad hump at the weekend, little at night.
    private static func traffic(_ hour: LocalHour) -> Double {
        let clock = Double(hour.hourOfDay)
        let day = 1 - 0.30 * Curve.wave((clock - 2.5) / 24)
        let rush = Curve.wave((clock - 7.5) / 12)
        return hour.weekday >= 5 ? 0.90 * day : day + 0.16 * rush
    }
}

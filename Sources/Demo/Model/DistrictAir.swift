/// Mean pollution over the district in one hour before the stations' own differences, µg/m³, CO in mg/m³.
///
/// Set so that a year looks like one of a northern Chinese district of the 2020s: PM2.5 high in winter and in still
/// air, ozone high on summer afternoons, dust in spring, rain washing out, rush hours in NO2.
struct DistrictAir: Sendable {
    let pm25: Double
    /// PM10 without PM2.5 and without dust.
    let coarse: Double
    let dust: Double
    let so2: Double
    let no2: Double
    let co: Double
    let o3: Double

    init(weather: DistrictWeather, hour: LocalHour) {
        let clock = Double(hour.hourOfDay)
        let years = hour.years
        let winter = weather.winter
        // Slowly better from 2025 on; the trend ends after four years so that a later demo keeps its shape.
        let trend = 1 - 0.045 * min(4, max(0, years - 25))
        let stillness = (0.61 + 0.07 * winter) * weather.stagnation
        let night = 0.10 * (1 + 0.5 * winter) * Curve.wave((clock - 1) / 24)
        let rush = 0.05 * Curve.wave((clock - 9) / 12)
        let washed = 1 - 0.42 * min(1, weather.rain)
        let fine = 33.6 * trend * Curve.exponential(0.42 * winter + stillness) * (1 + night + rush) * washed
        pm25 = fine + 0.10 * weather.dust
        let spring = max(0, Curve.wave(years - 0.28))
        let stirred = (17 + 13 * spring + 3 * winter) * (0.80 + 0.20 * weather.traffic)
        coarse = (stirred + 0.26 * fine) * (1 - 0.75 * min(1, weather.rain))
        dust = 0.9 * weather.dust
        so2 =
            7.4 * trend * Curve.exponential(0.30 * winter + 0.22 * weather.stagnation)
            * (1 + 0.18 * Curve.wave((clock - 11) / 24))
        let burnt = Curve.exponential(0.36 * winter + 0.34 * weather.stagnation)
        no2 = 33.5 * trend * burnt * weather.traffic * (1 - 0.32 * weather.sunCurve) * (1 - 0.2 * min(1, weather.rain))
        co = 0.36 + 0.0085 * fine + 0.07 * winter
        let floor = max(6, 26 - 12 * winter - 9 * weather.stagnation)
        o3 = floor + max(0, weather.ozonePeak - floor) * weather.sunCurve
    }
}

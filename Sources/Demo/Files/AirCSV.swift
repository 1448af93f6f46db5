import Monitoring
import Standards

/// Hourly rows of all air stations in the columns of the national feed, in pieces of whole rows.
///
/// `timepoint` is the END of the hour. Index, primary pollutant and the moving means stay empty: a demo publishes
/// nothing. A value that is not valid is empty too; why, says `DemoHistory.gaps`.
package struct AirCSV: Sequence, Sendable {
    /// First line of the file, as `qingheng import air` expects it.
    package static let header =
        "timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,pm10,pm10_24h,pm2_5,pm2_5_24h,"
        + "o3,o3_24h,o3_8h,o3_8h_24h,no2,no2_24h,so2,so2_24h,co,co_24h,windspeed,winddirection\n"

    /// Hours in one piece: about 64 KiB with a dozen stations.
    private static let hoursInPiece = 72

    let history: DemoHistory
    let first: LocalHour
    let end: LocalHour

    package func makeIterator() -> Iterator {
        Iterator(file: self)
    }

    package struct Iterator: IteratorProtocol {
        private let file: AirCSV
        /// ",code,longitude,latitude,area,name,,," of each station.
        private let places: [[UInt8]]
        /// Whether each station measures wind.
        private let hasWind: [Bool]
        private var hour: LocalHour
        private var started = false

        init(file: AirCSV) {
            self.file = file
            hour = file.first
            let plan = file.history.plan
            hasWind = plan.airStations.map { station in
                plan.channels(of: station.device).contains { $0.item == WindItem.speed }
            }
            let district = file.history.plan.district.name
            places = file.history.plan.airStations.map { station in
                Array(",\(station.code),\(station.longitude),\(station.latitude),\(district),\(station.name),,,".utf8)
            }
        }

        /// Whole rows, the first piece with the header; nil at the end.
        package mutating func next() -> [UInt8]? {
            guard !started || hour.index < file.end.index else { return nil }
            var rows = RowBytes(reserving: AirCSV.hoursInPiece * places.count * 110)
            if !started { rows.append(text: AirCSV.header) }
            started = true
            let stop = Swift.min(file.end.index, hour.index + AirCSV.hoursInPiece)
            while hour.index < stop {
                append(hour, to: &rows)
                hour = hour.adding(1)
            }
            return rows.bytes
        }

        private func append(_ hour: LocalHour, to rows: inout RowBytes) {
            var stamp = RowBytes(reserving: 16)
            stamp.append(timepoint: hour.adding(1))
            let weather = file.history.weather(at: hour)
            let air = DistrictAir(weather: weather, hour: hour)
            for (index, model) in file.history.airModels.enumerated() {
                let values = model.hour(hour, weather, air)
                rows.append(stamp.bytes)
                rows.append(places[index])
                append(values, to: &rows)
                // One analyser out of order leaves the mast at work; a station without power or line does not.
                let isDown = values.gap.map { $0.items.count == AirItem.allCases.count } ?? false
                append(hasWind[index] && !isDown ? weather : nil, to: &rows)
            }
        }

        private func append(_ values: AirHour, to rows: inout RowBytes) {
            let missing = values.gap?.items ?? []
            if !missing.contains(.pm10) { rows.append(whole: values.pm10) }
            rows.append(AirCSV.twoColumns)
            if !missing.contains(.pm25) { rows.append(whole: values.pm25) }
            rows.append(AirCSV.twoColumns)
            if !missing.contains(.o3) { rows.append(whole: values.o3) }
            rows.append(AirCSV.twoColumns)
            rows.append(AirCSV.twoColumns)
            if !missing.contains(.no2) { rows.append(whole: values.no2) }
            rows.append(AirCSV.twoColumns)
            if !missing.contains(.so2) { rows.append(whole: values.so2) }
            rows.append(AirCSV.twoColumns)
            if !missing.contains(.co) { rows.append(scaled: values.coTenths, decimals: 1) }
            rows.append(RowBytes.comma)
        }

        /// Speed and direction as the devices send them; blank where there is no instrument or the station is out of order.
        private func append(_ weather: DistrictWeather?, to rows: inout RowBytes) {
            rows.append(RowBytes.comma)
            if let weather { rows.append(scaled: Int((weather.windSpeed * 10).rounded()), decimals: 1) }
            rows.append(RowBytes.comma)
            if let weather { rows.append(whole: Int(weather.windDirection.rounded(.down))) }
            rows.append(RowBytes.newline)
        }
    }

    private static let twoColumns: [UInt8] = [RowBytes.comma, RowBytes.comma]
}

import Standards

/// Four-hourly rows of all water sections in the columns of the national feed, in pieces of whole rows.
///
/// The time has its year. `-` stands in place of a class (a demo publishes none), `--` for a value that did not come,
/// `*` for what is not measured there.
package struct WaterCSV: Sequence, Sendable {
    /// First line of the file, as `qingheng import water` expects it.
    package static let header =
        "省份,流域,断面名称,监测时间,水质类别,水温(℃),pH(无量纲),溶解氧(mg/L),电导率(μS/cm),浊度(NTU),高锰酸盐指数(mg/L),"
        + "氨氮(mg/L),总磷(mg/L),总氮(mg/L),叶绿素α(mg/L),藻密度(cells/L),站点情况\n"

    /// Hours in one piece: about 64 KiB with ten sections.
    private static let hoursInPiece = 240
    private static let noValue: [UInt8] = Array("--".utf8)
    private static let notMeasured: [UInt8] = Array("*".utf8)

    let history: DemoHistory
    let first: LocalHour
    let end: LocalHour

    package func makeIterator() -> Iterator {
        Iterator(file: self)
    }

    package struct Iterator: IteratorProtocol {
        private let file: WaterCSV
        /// "province,basin,name," of each section.
        private let places: [[UInt8]]
        private var hour: LocalHour
        private var started = false

        init(file: WaterCSV) {
            self.file = file
            // The first hour 0, 4, 8 … 20 o'clock in Beijing (eight hours ahead: a multiple of four as well).
            hour = LocalHour(index: (file.first.index + 3).floored(by: 4) * 4)
            let district = file.history.plan.district
            places = file.history.plan.waterSections.map { section in
                Array("\(district.province),\(district.basin),\(section.name),".utf8)
            }
        }

        /// Whole rows, the first piece with the header; nil at the end.
        package mutating func next() -> [UInt8]? {
            guard !started || hour < file.end else { return nil }
            var rows = RowBytes(reserving: WaterCSV.hoursInPiece / 4 * places.count * 130)
            if !started { rows.append(text: WaterCSV.header) }
            started = true
            let stop = Swift.min(file.end, hour.adding(WaterCSV.hoursInPiece))
            while hour < stop {
                append(hour, to: &rows)
                hour = hour.adding(4)
            }
            return rows.bytes
        }

        private func append(_ hour: LocalHour, to rows: inout RowBytes) {
            var stamp = RowBytes(reserving: 16)
            stamp.append(minute: hour)
            let weather = file.history.weather(at: hour)
            for (place, model) in zip(places, file.history.sectionModels) {
                let reading = model.reading(at: hour, weather: weather, dryFrom: file.history.dryFrom)
                rows.append(place)
                rows.append(stamp.bytes)
                rows.append(RowBytes.comma)
                rows.append(reading.state == .normal ? UInt8(ascii: "-") : UInt8(ascii: "*"))
                append(reading, to: &rows)
            }
        }

        private func append(_ reading: WaterReading, to rows: inout RowBytes) {
            for item in WaterColumn.items {
                rows.append(RowBytes.comma)
                if let value = reading.valid(item) {
                    rows.append(scaled: value, decimals: WaterColumn.decimals(of: item))
                } else {
                    let isMeasured = reading.isLake || !WaterColumn.isOfLakes(item)
                    rows.append(isMeasured ? WaterCSV.noValue : WaterCSV.notMeasured)
                }
            }
            rows.append(RowBytes.comma)
            rows.append(text: reading.state.rawValue)
            rows.append(RowBytes.newline)
        }
    }
}

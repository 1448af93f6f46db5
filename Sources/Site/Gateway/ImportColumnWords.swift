import Monitoring
import Standards

/// What was read from a column of an imported file, in words.
enum ImportColumnWords {
    private static let airColumns = [
        "so2": AirItem.so2, "no2": .no2, "pm10": .pm10, "pm2_5": .pm25, "co": .co, "o3": .o3,
    ]
    private static let waterColumns = [
        ("水温", "wt"), ("pH", "ph"), ("溶解氧", "do"), ("电导率", "ec"), ("浊度", "turb"), ("高锰酸盐指数", "codmn"), ("氨氮", "nh3n"),
        ("总磷", "tp"), ("总氮", "tn"), ("叶绿素", "chla"), ("藻密度", "algae"),
    ]
    /// Published files held the current hour in `O3_24h` until the end of this year.
    private static let lastYearWithOzoneSwapped = 2022

    /// - Parameters:
    ///   - readings: what the row was read as.
    ///   - columns: all names in the head, for columns that stand in for others.
    static func read(_ column: String, _ readings: [Reading], columns: [String]) -> String {
        guard let first = readings.first else { return "未采用" }
        let name = column.lowercased().filter { $0 != " " }
        if name == "timepoint" || column.hasPrefix("监测时间") {
            let end = first.start.adding(seconds: first.series.seconds)
            return "时段 \(first.start.minuteText) 至 \(end.shortMinuteText)"
        }
        if name == "stationcode" { return "站点 \(first.series.object)" }
        if column.hasPrefix("断面名称") { return "断面 \(first.series.object)" }
        let isSwapped =
            first.start.beijingDate.year <= lastYearWithOzoneSwapped
            && columns.contains { $0.lowercased() == "o3_24h" }
        if let item = name == "o3_24h" && isSwapped ? .o3 : (name == "o3" && isSwapped ? nil : airColumns[name]),
            let reading = readings.first(where: { $0.series.item == item.rawValue })
        {
            return "\(item.screenName) \(text(reading, unit: item.screenUnit))"
        }
        guard let match = waterColumns.first(where: { column.hasPrefix($0.0) }),
            let reading = readings.first(where: { $0.series.item == match.1 })
        else { return "未采用" }
        // Where the unrounded twin stands beside a column, the twin was read.
        let isTwin = column.hasSuffix("_原始值")
        if !isTwin, columns.contains(column + "_原始值") { return "未采用，取“\(column)_原始值”" }
        return "\(match.0) \(text(reading, unit: ""))"
    }

    private static func text(_ reading: Reading, unit: String) -> String {
        guard let value = reading.value else { return ReadingFlag.meaning(reading.flag) }
        let below = reading.isBelowDetection ? "（低于检出限）" : ""
        return "\(value)\(below) \(unit)".trimmingBlanks
    }
}

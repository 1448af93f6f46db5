import Monitoring
import Registry
import Reporting
import Standards

/// All that the first screen and its printed page are made of.
struct MorningSheet {
    let date: CivilDate
    let isYesterday: Bool
    let air: AirDaySheet
    let water: WaterMonthSheet
    let figures: MorningFigures
    let concerns: MorningConcerns
    /// The daily AQI of each station.
    let indices: [String: AirDayIndex]
    /// Stations whose day, though over, has too few hours for a daily value.
    let incomplete: Set<String>

    init(_ date: CivilDate, in context: PageContext) throws {
        self.date = date
        isYesterday = date == context.yesterday
        air = try AirDaySheet(date, in: context)
        water = try WaterMonthSheet(try WaterMonthSheet.defaultMonth(on: date, in: context), in: context)
        figures = try MorningFigures(date, month: water.month, in: context)
        concerns = try MorningConcerns(air, water: water, in: context)
        var indices: [String: AirDayIndex] = [:]
        for station in air.stations {
            indices[station.id] = try AirDayStore.indices(
                of: .station(station.id), from: date, to: date, in: context.connection
            ).first
        }
        self.indices = indices
        let values = air.dueHours == 24 ? try AirDayStore.values(on: date, in: context.connection) : []
        incomplete = Set(values.filter { !$0.isValid && $0.received > 0 }.map(\.place.id))
    }

    /// Whether there is nothing at all to report.
    var isEmpty: Bool { !air.hasData && !water.hasData && !figures.pm25.isPresent }

    var sentence: MorningSentence {
        isEmpty
            ? MorningSentence(withoutDataOn: date)
            : MorningSentence(figures, date: date, isYesterday: isYesterday)
    }

    /// Why the matrix is empty and how to mend it.
    var emptyReason: String {
        if air.stations.isEmpty {
            return "这一天没有任何空气站的数据。用 qingheng import air 文件 导入小时数据，或登记站点并接入数采设备（HJ 212）；"
                + "想先看看系统的样子，请运行 qingheng demo。"
        }
        if air.dueHours == 0 { return "\(date.chinese)还没有到。" }
        return "\(date.chineseDay)没有收到任何空气站的数据。请在“报文质量”查看设备连接；已有文件时用 qingheng import air 文件 补导入。"
    }
}

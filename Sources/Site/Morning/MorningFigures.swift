import Reporting
import Standards

/// The figures of the morning: every number on the first screen, with the way to its inputs.
struct MorningFigures {
    let aqi: FigureValue
    let level: FigureValue
    let primary: FigureValue
    let pm25: FigureValue
    let pm25Change: FigureValue
    let pm25Target: FigureValue
    let pm25Control: FigureValue
    let daysLeft: FigureValue
    let goodDays: FigureValue
    let goodDaysChange: FigureValue
    let goodRate: FigureValue
    let goodDaysTarget: FigureValue
    let validDays: FigureValue
    let badDaysLeft: FigureValue
    let failing: FigureValue
    let failingNames: FigureValue
    let met: FigureValue
    let assessed: FigureValue
    let received: FigureValue
    let usable: FigureValue

    /// - Parameters:
    ///   - date: the day reported.
    ///   - month: the first day of the month whose sections are shown.
    init(_ date: CivilDate, month: CivilDate, in context: PageContext) throws {
        let district = ["place": "district"]
        aqi = try context.figure("air.day.aqi", on: date, district)
        level = try context.figure("air.day.level", on: date, district)
        primary = try context.figure("air.day.primary", on: date, district)
        pm25 = try context.figure("air.year.pm25", on: date)
        pm25Change = try context.figure("air.year.pm25.change", on: date)
        pm25Target = try context.figure("air.plan.pm25.target", on: date)
        pm25Control = try context.figure("air.plan.pm25.control", on: date)
        daysLeft = try context.figure("air.plan.daysleft", on: date)
        goodDays = try context.figure("air.year.gooddays", on: date)
        goodDaysChange = try context.figure("air.year.gooddays.change", on: date)
        goodRate = try context.figure("air.year.goodrate", on: date)
        goodDaysTarget = try context.figure("air.plan.gooddays.target", on: date)
        validDays = try context.figure("air.year.days", on: date)
        badDaysLeft = try context.figure("air.plan.baddays.left", on: date)
        failing = try context.figure("water.month.failing", on: month)
        failingNames = try context.figure("water.month.failing.names", on: month)
        met = try context.figure("water.month.met", on: month)
        assessed = try context.figure("water.month.assessed", on: month)
        received = try context.figure("air.day.receivedrate", on: date)
        usable = try context.figure("air.day.usablerate", on: date)
    }
}

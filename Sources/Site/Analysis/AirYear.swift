import Catalog
import Documents
import Monitoring
import Registry
import Standards

/// The daily AQI of a place over a year, each day by the edition of HJ 633 that was in force on it.
struct AirYear {
    /// A day that is over.
    struct Day {
        let date: CivilDate
        /// Nil where the day was not assessed.
        let index: AirDayIndex?
        /// Its level; nil without an AQI.
        let level: AirLevel?
    }

    let place: AirPlace
    let year: Int
    /// From 1 January to the last day that is over.
    let days: [Day]
    /// The editions with their first days within the year, in order.
    let rules: [(rule: AirIndexRule, from: CivilDate)]

    init(_ place: AirPlace, _ year: Int, in context: PageContext) throws {
        self.place = place
        self.year = year
        let first = CivilDate(year: year, month: 1, day: 1) ?? context.today
        let last = min(first.lastOfYear, context.today.adding(days: -1))
        let stored = try AirDayStore.indices(of: place, from: first, to: first.lastOfYear, in: context.connection)
        let byDate = Dictionary(stored.map { ($0.date, $0) }) { $1 }
        var days: [Day] = []
        var rules: [(rule: AirIndexRule, from: CivilDate)] = []
        var date = first
        while date <= last {
            let rule = try context.catalog.rule(.airIndex, on: date)
            if rules.last?.rule.id != rule.id { rules.append((rule, date)) }
            let index = byDate[date]
            days.append(Day(date: date, index: index, level: index?.level.flatMap { rule.level($0) }))
            date = date.adding(days: 1)
        }
        self.days = days
        self.rules = rules
    }

    /// Days with an AQI.
    var assessed: [Day] { days.filter { $0.level != nil } }
    /// 优良: first and second level.
    var good: [Day] { days.filter { $0.level.map { $0.rank <= 2 } ?? false } }

    /// The days as comma-separated values.
    var csv: [UInt8] {
        var writer = CSVWriter()
        writer.row(["date", "place", "aqi", "level", "rule"])
        for day in days {
            writer.row([
                day.date.description, place.id, day.index?.aqi.map(String.init) ?? "", day.level?.name ?? "",
                day.index?.rule ?? "",
            ])
        }
        return writer.take()
    }
}

import Monitoring
import Registry
import Standards

extension AirCalendarPage {
    init(_ place: AirPlace, _ year: Int, in context: PageContext) throws {
        let stations = try RegistryStore.objects(.station, in: context.connection)
        if case .station(let id) = place, !stations.contains(where: { $0.id == id }) {
            throw SiteError(.unknownObject, subject: "站点", detail: id)
        }
        let air = try AirYear(place, year, in: context)
        let name = stations.first { $0.id == place.id }?.name ?? "全区"
        func link(_ year: Int) -> TextLink {
            TextLink(label: "\(year)年", href: SiteURL.airCalendar(year, place: place.id).path)
        }
        let last = air.days.last?.date ?? context.today
        self.init(
            frame: PageFrame("\(name)\(year)年空气质量日历", in: context, at: .stations, state: PageFrame.unreviewed),
            placeName: name, yearText: "\(year)年", previous: year > 2000 ? link(year - 1) : nil,
            next: year < context.today.year ? link(year + 1) : nil, action: SiteURL.airCalendar(year).path,
            places: [ReviewForm.Choice(value: AirPlace.districtID, label: "全区", isChosen: place == .district)]
                + stations.map { ReviewForm.Choice(value: $0.id, label: $0.name, isChosen: $0.id == place.id) },
            state: try DataState(airUntil: last, in: context), dayHeads: (1...31).map(String.init),
            months: (1...12).compactMap { Self.month($0, of: air, name) }, counts: Self.counts(air),
            summary: Self.summary(air),
            rules: air.rules.enumerated().map { place, entry in
                let until = place + 1 < air.rules.count ? air.rules[place + 1].from.adding(days: -1) : last
                return TextLink(
                    label: "\(entry.from.shortText) 至 \(until.shortText) 按 \(RuleName.short(entry.rule.title))",
                    href: SiteURL.rule(entry.rule.id).path)
            }, csvHref: SiteURL.airCalendarCSV(year, place: place.id).path,
            emptyReason: air.assessed.isEmpty
                ? "\(name)\(year)年没有评价过的日子。导入这一年的小时值，或接入设备后，日历逐日显示 AQI。" : nil)
    }

    private static func month(_ number: Int, of air: AirYear, _ name: String) -> Month? {
        let days = air.days.filter { $0.date.month == number }
        guard !days.isEmpty else { return nil }
        let assessed = days.filter { $0.level != nil }
        let good = assessed.filter { ($0.level?.rank ?? 9) <= 2 }
        let cells = (1...31).map { day -> Day in
            guard let found = days.first(where: { $0.date.day == day }) else {
                return Day(text: nil, levelClass: "", label: "", href: "")
            }
            return cell(found, air.place)
        }
        return Month(name: "\(number)月", days: cells, good: "\(good.count)/\(assessed.count)")
    }

    private static func cell(_ day: AirYear.Day, _ place: AirPlace) -> Day {
        let href: String =
            switch place {
            case .district: SiteURL.stations(day.date).path
            case .station(let id): SiteURL.station(id, on: day.date).path
            }
        guard let level = day.level, let aqi = day.index?.aqi else {
            return Day(text: "缺", levelClass: "miss", label: "\(day.date.chinese) 没有有效的 AQI", href: href)
        }
        return Day(
            text: String(aqi), levelClass: "aqi l\(level.rank)", label: "\(day.date.chinese) AQI \(aqi)，\(level.name)",
            href: href)
    }

    private static func counts(_ air: AirYear) -> [Count] {
        let levels = air.rules.last.map { entry in (1...6).compactMap { entry.rule.level($0) } } ?? []
        let assessed = levels.map { level in
            Count(
                name: level.name, levelClass: "l\(level.rank)",
                days: String(air.days.count { $0.level?.rank == level.rank }))
        }
        return assessed + [
            Count(name: "没有有效值", levelClass: "miss", days: String(air.days.count - air.assessed.count))
        ]
    }

    private static func summary(_ air: AirYear) -> String {
        let rate = Rational.percentage(air.good.count, of: air.assessed.count)
        return "已过 \(air.days.count) 天，有效评价 \(air.assessed.count) 天，优良 \(air.good.count) 天"
            + (rate.map { "，优良率 \($0)" } ?? "")
    }
}

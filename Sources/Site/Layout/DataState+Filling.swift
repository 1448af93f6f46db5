import Casework
import Catalog
import Monitoring
import Records
import Registry
import Standards

extension DataState {
    /// The state of the air values of a day: of one station, or of all that count, as the figures 获取率 and 有效率 do.
    init(air sheet: AirDaySheet, station: RegisteredObject? = nil, in context: PageContext) {
        let days = station.flatMap { one in sheet.day(of: one.id).map { [$0] } } ?? sheet.evaluatedDays
        let sums = days.map { $0.completeness(dueHours: sheet.dueHours) }
        let expected = sums.reduce(0) { $0 + $1.expected }
        let words = DataState.review(of: sheet, stations: station.map { [$0] } ?? sheet.stations)
        self.init(
            cutoff: context.cutoffText,
            captureRate: Rational.percentage(sums.reduce(0) { $0 + $1.received }, of: expected),
            validRate: Rational.percentage(sums.reduce(0) { $0 + $1.valid }, of: expected),
            standard: RuleName.short(sheet.rule.title), standardHref: SiteURL.rule(sheet.rule.id).path,
            review: words.text, isUnreviewed: words.isUnreviewed)
    }

    /// The state of the water values of a month.
    ///
    /// - Parameter sections: those that should have sent; dry ones are not among them.
    init(water month: CivilDate, sections: [RegisteredObject], in context: PageContext) throws {
        let standard = try context.catalog.waterClassRule(on: month).standard
        let conditions = try WaterStore.conditions(month: month, in: context.connection)
        let counts = try WaterCompletenessStore.counts(
            of: sections.map(\.id).filter { conditions[$0]?.condition != "dry" }, month: month, until: context.now,
            in: context.connection)
        self.init(
            cutoff: context.cutoffText, captureRate: Rational.percentage(counts.received, of: counts.expected),
            validRate: Rational.percentage(counts.valid, of: counts.expected), standard: RuleName.short(standard.title),
            standardHref: SiteURL.rule(standard.id).path, review: PageFrame.unreviewed, isUnreviewed: true)
    }

    /// The state of the air values of more than a day, by its last one. How many hours were received stands by day, beside
    /// each mean; their review is not asked for day by day.
    init(airUntil last: CivilDate, in context: PageContext) throws {
        let standard = try context.catalog.rule(.airStatistics, on: last)
        self.init(
            cutoff: context.cutoffText, captureRate: nil, validRate: nil, standard: RuleName.short(standard.title),
            standardHref: SiteURL.rule(standard.id).path, review: PageFrame.unreviewed, isUnreviewed: true)
    }

    /// The state of what the monitors of enterprises sent: nobody reviews it here.
    init(outletIn context: PageContext) {
        self.init(
            cutoff: context.cutoffText, captureRate: nil, validRate: nil, standard: "排放标准见各项限值", standardHref: nil,
            review: "自动监测设备上传，未经现场核实", isUnreviewed: true)
    }

    /// The state of what was recorded of matters: every record is a decision of somebody, none waits for review.
    init(caseworkOn day: CivilDate, in context: PageContext) throws {
        let last = try RecordStore.lastSequence(in: context.connection)
        let order = try context.catalog.file(id: PenaltyOrder.id, under: PenaltyOrder.folder, on: day)
        self.init(
            cutoff: "统计截至台账第 \(last) 条记录", captureRate: nil, validRate: nil, standard: order.header.title,
            standardHref: SiteURL.rule(order.header.id).path, review: "按在册办件统计", isUnreviewed: false)
    }

    /// What may be said of the review of these stations' hours: only when every hour with a message is reviewed, or comes
    /// from the body whose value is official, it is not 未经审核.
    private static func review(
        of sheet: AirDaySheet, stations: [RegisteredObject]
    ) -> (text: String, isUnreviewed: Bool) {
        var reviewed = 0
        var published = 0
        var open = 0
        for station in stations {
            for number in 1...24 {
                let words = AirHourWords(number, of: station, on: sheet)
                switch words.stateText {
                case "—": continue
                case "上级发布": published += 1
                case "认可", "存疑": reviewed += 1
                default: open += 1
                }
            }
        }
        if open > 0 || reviewed + published == 0 { return (PageFrame.unreviewed, true) }
        return published == 0 ? ("已审核", false) : (reviewed == 0 ? "上级发布数据" : "已审核，部分为上级发布数据", false)
    }
}

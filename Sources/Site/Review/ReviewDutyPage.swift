import Casework
import Catalog
import Monitoring
import Registry
import Standards

/// 审核值班: who reviews on which day of a month, how far each day has come, and whether that was in time.
enum ReviewDutyPage {
    static func page(
        _ month: CivilDate?, recorded: Int64? = nil, attempt: ReviewDutyAttempt? = nil, in context: PageContext
    ) throws -> TablePage {
        let month = (month ?? context.yesterday).firstOfMonth
        let days = month...month.lastOfMonth
        let own = try RegistryStore.objects(.station, in: context.connection).filter(StationOwnership.isReviewedHere)
        let duties = try ReviewDuty.all(on: days, in: context.connection)
        let steps = try ReviewStepStore.days(
            from: days.lowerBound, to: days.upperBound, of: own.map(\.id), in: context.connection)
        let calendar = try WorkCalendar(context.catalog)
        let rows = try days.filter { $0 <= context.today || duties[$0] != nil }.map { date -> [TablePage.Cell] in
            let clocks = try ReviewClocks(context.catalog, on: date)
            let due = clocks.reviewDue(of: date) { calendar.workday(from: $0) }
            let reviews = own.map { steps[$0.id]?[date] ?? .none }
            return row(date, duties[date], reviews, clocks: clocks, due: due, calendar: calendar, now: context.now)
        }
        let mayReview = context.services.visitor.may(ReviewActions.review)
        let clocks = try ReviewClocks(context.catalog, on: context.today)
        return TablePage(
            frame: PageFrame(
                "审核值班", in: context, at: .reviewDuty, notice: try ReviewNotice.text(of: recorded, in: context)),
            title: "审核值班", subtitle: "\(month.monthText)　本局审核 \(own.count) 个站",
            action: SiteURL(.reviewDuty).path, choices: [.month("month", "月份", month.monthText)],
            links: [TextLink(label: "时限规则", href: SiteURL.rule(clocks.header.id).path)], csvHref: nil,
            error: attempt?.error,
            tables: [
                TablePage.Table(
                    "duty", "逐日进度", note: "A 角值班，B 角替补；节假日的数据在节后首个工作日补审",
                    heads: ["数据日期", "A 角", "B 角", .number("初审"), .number("复审"), .number("定稿"), "审核时限", "审核", "日报"],
                    rows: Array(rows.reversed()), empty: "没有可显示的日期")
            ], forms: mayReview ? [form(attempt, in: context)] : [],
            formRefusal: mayReview ? nil : "没有审核权限，只能查看。",
            hint:
                "日报时限为次日 \(clocks.reportHour) 时；审核时限为其后第 \(clocks.reviewWorkdays) 个工作日 \(clocks.reviewHour) 时。各站都复审签字的时刻算审核完成，都定稿的时刻算日报数据完成。"
        )
    }

    private static func row(
        _ date: CivilDate, _ duty: ReviewDuty?, _ reviews: [ReviewDay], clocks: ReviewClocks, due: Instant,
        calendar: WorkCalendar, now: Instant
    ) -> [TablePage.Cell] {
        let isOver = Instant(beijing: date.adding(days: 1)) <= now
        let makeUp = calendar.isWorkday(date.adding(days: 1)) ? "" : "（补审）"
        return [
            .text("\(date.shortText) \(date.weekdayText)", href: SiteURL.reviewMatrix(on: date)),
            duty.map { .text($0.main) } ?? (isOver ? .late("未排班") : .text("未排班")),
            .text(duty.map { $0.substitute.isEmpty ? "—" : $0.substitute } ?? "—"),
            .number("\(reviews.count { $0.reviewed != nil || $0.isLocked })/\(reviews.count)"),
            .number("\(reviews.count { $0.signed != nil || $0.isLocked })/\(reviews.count)"),
            .number("\(reviews.count(where: \.isLocked))/\(reviews.count)"),
            .text(due.shortMinuteText + makeUp),
            isOver ? state(finished(reviews) { $0.signed ?? $0.monthLocked }, due, now) : .text("未到时"),
            isOver
                ? state(finished(reviews) { $0.locked ?? $0.monthLocked }, clocks.reportDue(of: date), now)
                : .text("未到时"),
        ]
    }

    /// When the last of the stations had taken a step; nil while one has not.
    private static func finished(_ reviews: [ReviewDay], _ step: (ReviewDay) -> ReviewStep?) -> Instant? {
        let moments = reviews.compactMap { step($0)?.decidedMilliseconds }
        return moments.count == reviews.count ? moments.max().map { Instant(milliseconds: $0) } : nil
    }

    private static func state(_ finished: Instant?, _ due: Instant, _ now: Instant) -> TablePage.Cell {
        let late = Int(due.seconds(until: finished ?? now))
        if let finished {
            return late > 0
                ? .late("\(finished.shortMinuteText) 完成，迟 \((late + 3_599) / 3_600) 小时")
                : .text("\(finished.shortMinuteText) 按时完成")
        }
        return late > 0 ? .late("逾期 \(late / 3_600) 小时") : .text("待办，余 \(-late / 3_600) 小时")
    }

    private static func form(_ attempt: ReviewDutyAttempt?, in context: PageContext) -> CaseForm {
        func was(_ field: String) -> String { attempt?.fields.first(field) ?? "" }
        let who: [CaseForm.Input] =
            context.services.visitor.reviewerName == nil
            ? [.line("reviewer", "登记人", was("reviewer"), needed: true)] : []
        return CaseForm(
            "排班", SiteURL(.reviewDuty), isOpen: attempt != nil,
            hidden: [(FormToken.field, context.services.formToken.text)],
            [
                .date("from", "自", was("from"), needed: true), .date("to", "至", was("to"), needed: true),
                .line("main", "A 角", was("main"), needed: true), .line("substitute", "B 角", was("substitute")),
            ] + who, button: "排定", hint: "同一天再次排班的，以最后一次为准。")
    }
}

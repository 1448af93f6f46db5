import Accounts
import Casework
import Catalog
import Standards
import Storage

extension ClockOverviewPage {
    /// Clocks a page.
    private static let pageLength = 50
    /// Reminders of a page's matters, of all their clocks.
    private static let greatestReminders = 5_000

    /// What is asked for; empty texts for everything.
    struct Query: Sendable {
        var unit = ""
        var level = ""
        var page = 1

        func url(in context: PageContext) -> SiteURL {
            func given(_ text: String) -> String? { text.isEmpty ? nil : text }
            return SiteURL(
                .clockOverview,
                query: [
                    ("unit", given(unit)), ("level", given(level)), ("page", page == 1 ? nil : String(page)),
                ]
            ).asOf(context.asOf)
        }
    }

    init(_ query: Query, in context: PageContext) throws {
        let overview = try ClockOverview(in: context)
        let names = try Names(in: context)
        let found = overview.entries.filter { entry in
            (query.unit.isEmpty || Self.unit(entry) == query.unit)
                && (query.level.isEmpty || entry.level.title == query.level)
        }
        let numbers = PageNumbers(query.page, of: found.count, length: Self.pageLength) { page in
            Query(unit: query.unit, level: query.level, page: page).url(in: context).path
        }
        let shown = found[numbers.range]
        let given = try Self.given(Array(shown), in: context)
        let late = overview.entries.count { $0.clock.isOverdue }
        let units = Set(overview.entries.map(Self.unit)).sorted { names.unit($0) < names.unit($1) }
        let levels = overview.levels
        func choices(_ all: String, _ values: [(String, String)], _ chosen: String) -> [ReviewForm.Choice] {
            ([("", all)] + values).map { ReviewForm.Choice(value: $0.0, label: $0.1, isChosen: $0.0 == chosen) }
        }
        self.init(
            frame: PageFrame("时限总览", in: context, at: .clocks),
            countText: "在计的时限 \(overview.entries.count) 个，已逾期 \(late) 个",
            past: PastNote(in: context, "时限", present: SiteURL(.clockOverview)), warning: Self.warning(overview),
            heads: levels.map(\.title),
            units: Self.units(units, overview, names, in: context), action: SiteURL(.clockOverview).path,
            unitChoices: choices("全部科室", units.map { ($0, names.unit($0)) }, query.unit),
            levelChoices: choices("全部", levels.map { ($0.title, $0.title) }, query.level),
            rows: shown.map { Self.row($0, given[$0.row.id] ?? [], names) }, pager: numbers.pager,
            emptyReason: overview.entries.isEmpty ? "没有在计的时限。" : "没有符合条件的时限。请换一个科室或级别。")
    }

    private static func warning(_ overview: ClockOverview) -> String? {
        var parts: [String] = []
        if overview.isCut {
            let count = ClockOverview.greatestCount
            parts.append("在办的办件超过 \(count) 件，只统计了最近开始的 \(count) 件。")
        }
        if !overview.unreadable.isEmpty {
            let titles = overview.unreadable.map { "“\($0.title)”（程序 \($0.procedure)，\($0.version) 起施行）" }
            parts.append("下列办件所用的程序版本不在规则目录中，时限无法计算，请补上程序文件：\(titles.joined(separator: "、"))。")
        }
        return parts.isEmpty ? nil : parts.joined()
    }

    /// What stands in addresses for matters of no unit.
    private static let noUnit = "-"

    private static func unit(_ entry: ClockOverview.Entry) -> String {
        entry.row.unit.isEmpty ? noUnit : entry.row.unit
    }

    // MARK: - The table of units

    private static func units(
        _ ids: [String], _ overview: ClockOverview, _ names: Names, in context: PageContext
    ) -> [UnitRow] {
        func row(_ title: String, _ unit: String) -> UnitRow {
            let own = overview.entries.filter { unit.isEmpty || Self.unit($0) == unit }
            let counts = overview.levels.map { level in
                let there = own.filter { $0.level == level }
                let tone = there.contains { $0.clock.isOverdue } ? "urgent" : Self.tone(level, isOverdue: false)
                return Count(
                    text: there.isEmpty ? nil : String(there.count),
                    href: Query(unit: unit, level: level.title).url(in: context).path, tone: tone)
            }
            return UnitRow(
                unit: title, href: Query(unit: unit).url(in: context).path, counts: counts, total: own.count)
        }
        guard !ids.isEmpty else { return [] }
        return ids.map { row(names.unit($0), $0) } + (ids.count > 1 ? [row("合计", "")] : [])
    }

    private static func tone(_ level: ClockOverview.Level, isOverdue: Bool) -> String {
        if isOverdue { return "urgent" }
        return if case .step = level { "warn" } else { "" }
    }

    // MARK: - Clocks

    private static func row(_ entry: ClockOverview.Entry, _ given: [GivenReminder], _ names: Names) -> Row {
        let (clock, row) = (entry.clock, entry.row)
        let order = clock.reached.map(\.name)
        func place(_ reminder: GivenReminder) -> Int { order.firstIndex(of: reminder.reminder.key.step) ?? order.count }
        let own = given.filter { reminder in
            let key = reminder.reminder.key
            return key.clock == clock.run.terms.name && key.entry == clock.run.entry
                && key.extensions == clock.run.extensions.count
        }.sorted { place($0) < place($1) }
        let told = Set(own.map(\.reminder.key.step))
        let unsent = entry.level == .resting ? [] : order.filter { !told.contains($0) }
        let end = clock.deadline.moment?.minuteText ?? clock.deadline.day.description
        return Row(
            level: entry.level.title, tone: tone(entry.level, isOverdue: clock.isOverdue),
            clock: clock.run.terms.name, left: left(clock),
            end: clock.deadline.isOpen ? "\(clock.deadline.earliest) 或 \(end) 届满（法律未明确是否顺延）" : "\(end) 届满",
            provisional: clock.deadline.provisionalNote,
            basis: clock.run.terms.basis.text(on: clock.run.started.beijingDate)
                + (clock.run.terms.confidence == .official ? "" : "（期限未核对原文）"),
            title: row.title, href: SiteURL.matter(row.id).path, procedure: entry.procedure,
            state: row.standing.state,
            handler: row.standing.handler.map { names.person($0.person) } ?? "未定承办人", unit: names.unit(unit(entry)),
            reminders: own.map { reminder in
                let people = reminder.reminder.recipients.joined(separator: "、")
                return TextLink(
                    label: "\(reminder.reminder.key.step) \(reminder.given.minuteText)，\(people)",
                    href: SiteURL.record(reminder.sequence).path)
            },
            unsent: unsent.isEmpty ? nil : "\(unsent.joined(separator: "、"))待发出")
    }

    private static func left(_ clock: RunningClock) -> String {
        let unit =
            switch clock.run.length.unit {
            case .working: "个工作日"
            case .hours: "小时"
            case .calendar, .months, .years: "天"
            }
        if case .paused(let grounds) = clock.status {
            return "因\(grounds.joined(separator: "、"))停算，如今日恢复则余 \(max(clock.left, 0)) \(unit)"
        }
        if clock.isOverdue { return "已逾期 \(-clock.left) \(unit)" }
        return clock.left == 0 ? (unit == "小时" ? "不足 1 小时" : "今天届满") : "还有 \(clock.left) \(unit)"
    }

    private static func given(
        _ shown: [ClockOverview.Entry], in context: PageContext
    ) throws -> [MatterID: [GivenReminder]] {
        let ids = Array(Set(shown.map(\.row.id)))
        guard !ids.isEmpty else { return [:] }
        let given = try ReminderStore.reminders(of: ids, limit: greatestReminders, in: context.connection)
        return Dictionary(grouping: given, by: \.matter)
    }

    /// What stands on screen for ids of people and units.
    private struct Names {
        private let people: [String: String]
        private let units: [String: String]

        init(in context: PageContext) throws {
            people = Dictionary(
                try AccountStore.people(in: context.connection).map { ($0.id, $0.displayName) },
                uniquingKeysWith: { first, _ in first })
            units = Dictionary(
                try AccountStore.units(in: context.connection).map { ($0.id, $0.name) },
                uniquingKeysWith: { first, _ in first })
        }

        func person(_ id: String) -> String { people[id] ?? id }
        func unit(_ id: String) -> String { id == noUnit ? "未定科室" : units[id] ?? id }
    }
}

import Catalog
import Ledger
import Monitoring
import Registry
import Standards

/// A month of the water sections as pages show it.
struct WaterMonthSheet {
    /// More rows than a reader goes through are not shown; a national file brings in thousands of sections.
    static let greatestSections = 300

    /// The first day of the month.
    let month: CivilDate
    let sections: [RegisteredObject]
    let rule: WaterClassRule
    /// How many sections are left out.
    let omittedCount: Int
    private let months: [String: WaterSectionMonth]
    private let lastYear: [String: WaterSectionMonth]
    private let conditions: [String: (condition: String, note: String)]

    /// The month that is complete and judged on a day: the one before, or the latest there is.
    static func defaultMonth(on date: CivilDate, in context: PageContext) throws -> CivilDate {
        let previous = date.firstOfPreviousMonth
        return try WaterMonthStore.latest(upTo: previous, in: context.connection)
            ?? WaterMonthStore.latest(upTo: date.firstOfMonth, in: context.connection) ?? previous
    }

    init(_ month: CivilDate, in context: PageContext) throws {
        self.month = month.firstOfMonth
        let all = try RegistryStore.objects(.section, in: context.connection)
        let own = all.filter { $0.text("origin") != "import" }
        let shown = own.isEmpty ? all : own
        rule = try context.catalog.waterClassRule(on: self.month)
        months = try Self.load(self.month, in: context)
        lastYear = try Self.load(self.month.adding(years: -1), in: context)
        conditions = try WaterStore.conditions(month: self.month, in: context.connection)
        let position = { (section: RegisteredObject) in section.fields["order"]?.integer ?? .max }
        sections = Array(
            shown.sorted {
                ($0.text("waterBody"), position($0), $0.id) < ($1.text("waterBody"), position($1), $1.id)
            }.prefix(Self.greatestSections))
        omittedCount = shown.count - sections.count
    }

    private static func load(_ month: CivilDate, in context: PageContext) throws -> [String: WaterSectionMonth] {
        let values = try WaterStore.months(from: month, to: month, in: context.connection)
        return Dictionary(values.map { ($0.section, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether any section is judged or explained in this month.
    var hasData: Bool { !months.isEmpty || !conditions.isEmpty }

    /// The month of a section; nil when nothing could be judged.
    func value(of section: String) -> WaterSectionMonth? { months[section] }

    /// The sections that miss their target.
    var failing: [RegisteredObject] { sections.filter { months[$0.id]?.isMet == false } }

    /// The rows of a table, in the order of the rivers.
    var rows: [WaterSectionRow] { sections.map(row(of:)) }

    /// The rows with trouble first, not more than so many.
    func rows(atMost count: Int) -> [WaterSectionRow] {
        let order = ["超标": 0, "断流": 1, "未监测": 2]
        return Array(
            rows.enumerated().sorted {
                (order[$0.element.verdict] ?? 3, $0.offset) < (order[$1.element.verdict] ?? 3, $1.offset)
            }.map(\.element).prefix(count))
    }

    func row(of section: RegisteredObject) -> WaterSectionRow {
        let words = WaterMonthWords(
            months[section.id], condition: conditions[section.id]?.condition, rule: rule,
            target: WaterTarget.waterClass(section.text("targetClass")))
        let before = lastYear[section.id]?.waterClass
        return WaterSectionRow(
            river: section.text("waterBody"), section: section.name,
            href: SiteURL.section(section.id, month: month).path, targetClass: words.targetClass,
            targetTone: words.targetTone, monthClass: words.className, monthTone: words.tone,
            pollutants: words.pollutants, verdict: words.verdict, verdictTone: words.verdictTone,
            lastYearClass: before?.roman ?? "—", lastYearTone: before?.tone ?? "wnone",
            explainHref: months[section.id]?.waterClass.map { _ in
                SiteURL.explanation(ofSection: section.id, month: month).path
            },
            lastYearExplainHref: before.map { _ in
                SiteURL.explanation(ofSection: section.id, month: month.adding(years: -1)).path
            })
    }
}

import Reporting
import Standards

extension MorningPrintPage {
    /// More rows would not fit on one page of A4.
    private static let greatestSections = 16

    /// The day on one page.
    init(_ date: CivilDate, in context: PageContext) throws {
        let morning = try MorningSheet(date, in: context)
        self.init(
            frame: PageFrame("生态环境质量早报", in: context, at: nil), heading: "生态环境质量早报",
            dateText: "\(context.today.chinese)（\(context.today.weekdayText)）", sentence: morning.sentence.text,
            figures: morning.isEmpty ? [] : Self.figures(morning.figures),
            concerns: Array(morning.concerns.all.prefix(MorningConcerns.greatestOnPaper)),
            concernsScope: morning.concerns.scope, sectionsMonth: morning.water.month.chineseMonth,
            sections: morning.water.hasData ? morning.water.rows(atMost: Self.greatestSections) : [],
            state: DataState(morning: morning, in: context), backHref: SiteURL.morning(date).path,
            madeText: context.now.minuteText)
    }

    private static func figures(_ figures: MorningFigures) -> [Figure] {
        [
            row("AQI", figures.aqi, remark: figures.level.isPresent ? figures.level.screenText : ""),
            row(
                "PM₂.₅ 本年均值", figures.pm25, change: figures.pm25Change, target: figures.pm25Target,
                remark: figures.pm25Control.isPresent
                    ? "后期控制均值 \(figures.pm25Control.screenTextWithUnit)" : ""),
            row(
                "优良天数", figures.goodDays, change: figures.goodDaysChange, target: figures.goodDaysTarget,
                remark: figures.badDaysLeft.isPresent ? "剩余可超标 \(figures.badDaysLeft.screenTextWithUnit)" : ""),
            row("优良率", figures.goodRate, remark: "有效 \(figures.validDays.screenTextWithUnit)"),
            row("达标断面", figures.met, remark: "参评 \(figures.assessed.screenTextWithUnit)"),
            row("超标断面", figures.failing, remark: figures.failingNames.screenText),
        ]
    }

    private static func row(
        _ label: String, _ figure: FigureValue, change: FigureValue? = nil, target: FigureValue? = nil, remark: String
    ) -> Figure {
        Figure(
            label: label, value: figure.screenText, unit: figure.screenUnit ?? "",
            change: change.flatMap { $0.isPresent ? $0.screenText : nil } ?? "—",
            target: target.flatMap { $0.isPresent ? $0.screenText : nil } ?? "—", remark: remark)
    }
}

import Reporting
import Standards

/// The four number cards of the morning.
enum MorningCards {
    static func cards(_ figures: MorningFigures) -> [MorningPage.Card] {
        [pm25(figures), goodDays(figures), sections(figures), control(figures)]
    }

    private static func pm25(_ figures: MorningFigures) -> MorningPage.Card {
        let isOver = figures.pm25.exceeds(figures.pm25Target)
        return MorningPage.Card(
            title: "PM₂.₅ 本年均值", value: figures.pm25.screenText, unit: figures.pm25.screenUnit, href: figures.pm25.href,
            notes: [
                note("同比", figures.pm25Change, tone: tone(figures.pm25Change, isLessBetter: true)),
                note("目标", figures.pm25Target),
            ].compactMap { $0 }, isWarning: isOver, warning: isOver ? "高于目标" : nil)
    }

    private static func goodDays(_ figures: MorningFigures) -> MorningPage.Card {
        MorningPage.Card(
            title: "优良天数", value: figures.goodDays.screenText, unit: figures.goodDays.screenUnit,
            href: figures.goodDays.href,
            notes: [
                note("同比", figures.goodDaysChange, tone: tone(figures.goodDaysChange, isLessBetter: false)),
                note("优良率", figures.goodRate), note("目标", figures.goodDaysTarget) ?? note("有效", figures.validDays),
            ].compactMap { $0 }, isWarning: false, warning: nil)
    }

    private static func sections(_ figures: MorningFigures) -> MorningPage.Card {
        let isFailing = figures.failing.rounded?.isZero == false
        return MorningPage.Card(
            title: "断面达标", value: "\(figures.met.screenText)/\(figures.assessed.screenText)", unit: "个",
            href: figures.met.href,
            notes: [
                MorningPage.Card.Note(
                    label: "超标", value: isFailing ? figures.failingNames.screenText : "无",
                    tone: isFailing ? "worse" : "plain")
            ], isWarning: isFailing, warning: isFailing ? "有超标断面" : nil)
    }

    private static func control(_ figures: MorningFigures) -> MorningPage.Card {
        let isLost = figures.pm25Control.exact.map { $0 < 0 } ?? false
        return MorningPage.Card(
            title: "PM₂.₅ 后期控制均值", value: figures.pm25Control.screenText,
            unit: figures.pm25Control.isPresent ? figures.pm25Control.screenUnit : nil, href: figures.pm25Control.href,
            notes: [note("剩余", figures.daysLeft), note("剩余可超标", figures.badDaysLeft)].compactMap { $0 },
            isWarning: isLost, warning: isLost ? "年度目标已无法达到" : nil)
    }

    private static func note(
        _ label: String, _ figure: FigureValue, tone: String = "plain"
    ) -> MorningPage.Card.Note? {
        figure.isPresent ? MorningPage.Card.Note(label: label, value: figure.screenTextWithUnit, tone: tone) : nil
    }

    private static func tone(_ change: FigureValue, isLessBetter: Bool) -> String {
        guard let value = change.rounded, !value.isZero else { return "plain" }
        return value.isNegative == isLessBetter ? "better" : "worse"
    }
}

import Monitoring
import Reporting
import Standards

/// The sentence on top of the morning: words between figures.
struct MorningSentence {
    private(set) var parts: [MorningPage.SentencePart] = []

    /// - Parameter isYesterday: whether the day reported is the one before today.
    init(_ figures: MorningFigures, date: CivilDate, isYesterday: Bool) {
        let card = SiteURL.explanation(ofDay: date, of: .district).path
        say(isYesterday ? "昨日（\(date.chineseDay)）全区 AQI " : "\(date.chinese)全区 AQI ")
        add(
            figures.aqi.isPresent ? figures.aqi.screenText : "无有效值", figures.aqi.href,
            card: figures.aqi.isPresent ? card : nil)
        if figures.level.isPresent {
            say("，")
            add(figures.level.screenText, figures.level.href, card: card)
            say("，首要污染物 ")
            add(figures.primary.isPresent ? figures.primary.screenText : "无", figures.primary.href, card: card)
        }
        say("；本年 PM₂.₅ 均值 ")
        add(figures.pm25.screenTextWithUnit, figures.pm25.href)
        if figures.pm25Change.isPresent {
            say("，同比")
            add(figures.pm25Change.screenText, figures.pm25Change.href)
        }
        say("；优良天数 ")
        add(figures.goodDays.screenTextWithUnit, figures.goodDays.href)
        if figures.badDaysLeft.isPresent {
            say("，剩余可超标 ")
            add(figures.badDaysLeft.screenTextWithUnit, figures.badDaysLeft.href)
        }
        if figures.pm25Control.isPresent {
            say("；达到年度目标的后期控制均值 ")
            add(figures.pm25Control.screenTextWithUnit, figures.pm25Control.href)
        }
        say("；超标断面 ")
        add(figures.failing.screenTextWithUnit, figures.failing.href)
        if figures.failing.rounded?.isZero == false {
            say("（")
            add(figures.failingNames.screenText, figures.failingNames.href)
            say("）")
        }
        say("。")
    }

    /// The sentence of an empty store.
    init(withoutDataOn date: CivilDate) {
        say("\(date.chineseDay)没有可用的空气数据，也没有断面数据。登记站点并接入设备，或用 qingheng import 导入数据后，这里显示一句话早报。")
    }

    /// As plain text.
    var text: String { ScreenText.plain(parts.map(\.text).joined()) }

    private mutating func say(_ words: String) {
        parts.append(MorningPage.SentencePart(text: words, href: nil, explainHref: nil))
    }

    private mutating func add(_ figure: String, _ href: String, card: String? = nil) {
        parts.append(MorningPage.SentencePart(text: figure, href: href, explainHref: card))
    }
}

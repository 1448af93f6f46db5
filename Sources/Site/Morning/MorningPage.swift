/// The first screen at 08:30: one sentence to forward, four numbers, yesterday's hours, what wants attention, the map,
/// the water sections.
package struct MorningPage: Sendable {
    package let frame: PageFrame
    /// The day reported, e.g. 11月21日（星期六）.
    package let dayText: String
    /// The sentence on top, cut where a figure begins and ends.
    package let sentence: [SentencePart]
    /// The same sentence as plain text for the clipboard, with the review state and the cut-off at its end.
    package let copyText: String
    /// Address of the one-page version for print.
    package let printHref: String
    package let state: DataState
    /// The number cards, four of them, in the order shown.
    package let cards: [Card]
    package let matrix: Matrix
    /// What wants attention, most urgent first.
    package let concerns: [Concern]
    /// Summary of `concerns`, e.g. 6 项，其中待审核 3 项; nil when there is none.
    package let concernsSummary: String?
    /// What was looked for, said when nothing was found, e.g. 已检查 12 个站点、9 个排口、18 个断面.
    package let concernsScope: String
    /// Complete `<svg>` of the district, inserted as it is; see the CSS classes in `qingheng.css`, section 地图; nil where no
    /// district outline is on file.
    package let mapSVG: String?
    /// What the map shows, e.g. 空气站为昨日日均 AQI，断面为 10 月类别，示意图，非测绘成果.
    package let mapCaption: String
    /// Month of the section table, e.g. 10月.
    package let sectionsMonth: String
    /// Address of the page of all sections.
    package let sectionsHref: String
    package let sections: [WaterSectionRow]

    /// A piece of the sentence: words between figures, or a figure.
    package struct SentencePart: Sendable {
        /// Words or the figure as printed with its unit.
        package let text: String
        /// Address of the figure's 溯源 page; nil for words between figures.
        package let href: String?
        /// Address of the card that tells how it was judged; nil where it is no judged value.
        package let explainHref: String?
    }

    /// A number card.
    package struct Card: Sendable {
        /// What is counted, e.g. PM₂.₅ 本年均值.
        package let title: String
        /// The number as printed.
        package let value: String
        /// Unit after the number; nil for none.
        package let unit: String?
        /// Address of the figure's 溯源 page.
        package let href: String
        /// Comparisons and targets below the number, three at most.
        package let notes: [Note]
        /// True where the number breaks its target: set off with a bar and the word of `warning`.
        package let isWarning: Bool
        /// Why it is set off, e.g. 高于目标; nil when it is not.
        package let warning: String?

        /// One comparison.
        package struct Note: Sendable {
            /// Name, e.g. 同比.
            package let label: String
            /// Value with its sign or arrow in the text, e.g. ▼ 5.8%.
            package let value: String
            /// `better`, `worse` or `plain`; colour only repeats what the text says.
            package let tone: String
        }
    }

    /// One thing to look at.
    package struct Concern: Sendable {
        /// Kind in two to four characters, e.g. 无数据, 突跳, 倒挂, 超标, 断面超标.
        package let kind: String
        /// `urgent`, `warn` or `note`.
        package let tone: String
        /// Who and what, e.g. 王稳庄 10—14时 连续 5 小时无数据.
        package let title: String
        /// What is known and why it matters, one line.
        package let detail: String
        /// Address of the page that shows it.
        package let href: String
        /// State of handling, e.g. 待核, 已认可, 线索未核实.
        package let stateText: String
        /// True when somebody has dealt with it: shown quieter.
        package let isDone: Bool
    }
}

/// 溯源 of one figure: what it is, how it was computed, from what.
package struct FigurePage: Sendable {
    package let frame: PageFrame
    /// What the figure says, e.g. PM₂.₅ 本年均值（全区）.
    package let name: String
    /// The value as printed.
    package let value: String
    /// Unit; nil for none.
    package let unit: String?
    /// Level, class or verdict in words; nil for none.
    package let verdict: String?
    /// As of when, e.g. 截至 2026-11-22 08:00，台账第 18 204 条.
    package let asOfText: String
    /// Said when it is shown as of a past moment; nil for the present.
    package let past: PastNote?
    package let state: DataState
    /// Why it differs from another moment; nil where it is no figure.
    package let change: ChangeCard?
    /// The measure in words, e.g. 各站点日均值的算术平均，再对站点平均.
    package let measure: String
    /// The measure with its numbers, e.g. Σ 日均值 ÷ 有效天数 = 11 132.4 ÷ 325; nil for none.
    package let formula: String?
    /// Address of the card that tells step by step how the value was judged; nil where it is no judged value.
    package let explainHref: String?
    /// Parameters: district, period, stations, item.
    package let parameters: [LabelledText]
    /// Rounding, from exact to printed.
    package let rounding: Rounding
    /// Standard with number, clause and dates in force.
    package let standard: LabelledText
    /// Id and version of the definition in the catalog.
    package let definition: LabelledText
    /// What counts and what is missing, e.g. 应有 325 天 · 有效 318 天 · 缺 7 天.
    package let counts: [LabelledText]
    /// The inputs that move the figure most; empty where all weigh the same little.
    package let topInputs: [Input]
    /// What is shown of the inputs, one level down.
    package let branch: Branch
    /// How far the ledger is signed, and who outside keeps its checkpoints.
    package let standing: LedgerStanding

    /// From the exact value to the printed one.
    package struct Rounding: Sendable {
        /// Exact value as a fraction or decimal, e.g. 11132.4/325 = 34.2535…
        package let exact: String
        /// Rule, e.g. GB/T 8170—2008 四舍六入五成双，保留 1 位小数.
        package let rule: String
        /// Printed value, e.g. 34.3.
        package let printed: String
    }

    /// Inputs of the figure: all, or those of a month or a day.
    package struct Branch: Sendable {
        /// E.g. 输入：8784 项.
        package let inputsTitle: String
        /// Unit of the inputs' values; nil for none.
        package let inputsUnit: String?
        /// The way back up, the nearest last: 全部, 2026年3月; empty where all inputs are shown.
        package let way: [TextLink]
        /// The period shown, e.g. 2026年3月5日（星期四）; nil for all.
        package let periodText: String?
        /// What lies below, by kind; empty where it was not counted.
        package let below: [LabelledText]
        /// Why it was not counted; nil where it was.
        package let countNote: String?
        /// Counts it; nil where it was counted or is too much.
        package let countHref: String?
        /// Months or days into which the inputs fall; empty where they are listed one by one.
        package let groups: [Group]
        /// Inputs of this page.
        package let inputs: [Input]
        package let pager: Pager?
        /// Said when there are no inputs: why.
        package let emptyReason: String
    }

    /// The inputs of a month or a day.
    package struct Group: Sendable {
        /// E.g. 2026年3月.
        package let label: String
        package let href: String
        /// E.g. 744 项，缺 3 项.
        package let countText: String
        /// From the least to the largest value; — without values.
        package let range: String
        /// How much they move the figure together, e.g. +0.31; empty where not computed.
        package let influence: String
    }

    /// One input.
    package struct Input: Sendable {
        /// E.g. 大寺镇 2026-11-21 日均值.
        package let label: String
        /// Value as it entered; for none the cause.
        package let value: String
        /// Address of the card of the value; nil where it is no judged value.
        package let explainHref: String?
        /// True where there is no value.
        package let isMissing: Bool
        /// Weight, e.g. 1; empty where all are equal.
        package let weight: String
        /// How much it moves the figure, e.g. +0.31; empty where not computed.
        package let influence: String
        /// Where it leads: another figure, an hour, a packet, an import row; nil for the end of the chain.
        package let href: String?
        /// What lies there, e.g. 日评价值, 报文, 导入行.
        package let kind: String
        /// What lies below it, e.g. 小时值 24 项 · 导入行 24 行（1 个文件）; empty where it was not counted.
        package let belowText: String
    }
}

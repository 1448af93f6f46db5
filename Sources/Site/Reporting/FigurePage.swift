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
    /// Inputs of this page, one level down.
    package let inputs: [Input]
    /// Heading of the inputs, e.g. 输入：各站点日均值.
    package let inputsTitle: String
    /// Unit of the inputs' values; nil for none.
    package let inputsUnit: String?
    package let pager: Pager?
    /// Said when there are no inputs: why.
    package let emptyReason: String

    /// From the exact value to the printed one.
    package struct Rounding: Sendable {
        /// Exact value as a fraction or decimal, e.g. 11132.4/325 = 34.2535…
        package let exact: String
        /// Rule, e.g. GB/T 8170—2008 四舍六入五成双，保留 1 位小数.
        package let rule: String
        /// Printed value, e.g. 34.3.
        package let printed: String
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
        /// What lies there, e.g. 24 个小时值, 报文, 导入行.
        package let kind: String
    }
}

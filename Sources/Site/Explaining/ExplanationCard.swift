/// How one judged value came about: what went in, which row of which table held, the formula with its numbers, what came
/// out, and the rules it rests on. The same card stands on a page of its own, in a page, and over a page.
package struct ExplanationCard: Sendable {
    /// What is explained, e.g. 小时空气质量指数（AQI）.
    package let subject: String
    /// Of whom and when, e.g. 大寺镇 2026年11月21日 7时.
    package let about: String
    /// The result in one sentence.
    package let conclusion: String
    /// `l1` … `l6`, `w1` … `w6`; nil for none. The conclusion says the same in words.
    package let tone: String?
    /// The rule of the computation without numbers; nil where the steps say it.
    package let method: String?
    package let inputs: [Input]
    package let steps: [Step]
    /// What must be known beside it, one sentence each.
    package let remarks: [String]
    package let rules: [Rule]
    package let state: DataState
    /// Where to go from here, the most usual first.
    package let links: [TextLink]

    /// A value that went in.
    package struct Input: Sendable {
        package let label: String
        /// With its unit; 缺测 or the like where there is none.
        package let value: String
        /// Address of its evidence; nil for none.
        package let href: String?
    }

    /// One step.
    package struct Step: Sendable {
        package let subject: String
        /// The row of the table that held; nil where the step uses none.
        package let tableRow: String?
        package let formula: String
        /// The exact result before rounding; nil where nothing is rounded.
        package let exact: String?
        package let result: String
        /// True where it decides the conclusion.
        package let isDeciding: Bool
    }

    /// A rule it rests on.
    package struct Rule: Sendable {
        package let title: String
        /// Address in 规则目录.
        package let href: String
        /// E.g. 2026-03-01 起施行.
        package let effective: String
        /// Instrument and clause.
        package let source: String
        /// 核对原文, 数据复现 or 暂定.
        package let confidence: String
        /// `better`, `plain` or `warn`.
        package let confidenceTone: String
        /// How that was verified.
        package let verified: String
    }
}

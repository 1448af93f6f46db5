import Examining

/// 报告核对: a form for a text, and what was found in it.
package struct ReportCheckPage: Sendable {
    /// Most bytes of a pasted text: a long yearly report has a third of it.
    static let maximumBytes = 200_000

    package let frame: PageFrame
    package let action: String
    package let tokenValue: String
    /// The text as it was pasted, to be mended in place.
    package let text: String
    /// Why it was not checked.
    package let refusal: String?
    /// E.g. 错误 1，警告 0，提示 2，核对相符 12; nil before a text is there.
    package let countText: String?
    package let findings: [Finding]
    package let confirmed: [Confirmed]

    /// A row of what was found.
    package struct Finding: Sendable {
        /// 第3行第14字.
        package let place: String
        package let severity: String
        package let tone: String
        package let kind: String
        package let text: String
        package let message: String
    }

    /// A row of what recomputes.
    package struct Confirmed: Sendable {
        package let place: String
        package let kind: String
        package let text: String
        package let computed: String
    }
}

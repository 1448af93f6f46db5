/// A bulletin or report on screen, as it will be printed.
package struct DocumentPage: Sendable {
    package let frame: PageFrame
    package let title: String
    /// Period it covers, e.g. 2026年10月.
    package let periodText: String
    /// 草稿 or 定稿封存（2026-11-05 16:20）.
    package let statusText: String
    /// True once sealed.
    package let isSealed: Bool
    /// Said when it is made as of a past moment; nil for the present.
    package let past: PastNote?
    package let state: DataState
    /// Body as HTML made by `Documents`, inserted as it is.
    package let bodyHTML: String
    /// Address of the docx; nil for none.
    package let docxHref: String?
    /// Address of the xlsx of its tables; nil for none.
    package let xlsxHref: String?
    package let previous: TextLink?
    package let next: TextLink?
    /// The figures printed in it, each with its 溯源.
    package let references: [Reference]

    /// A figure of the document.
    package struct Reference: Sendable {
        /// Number in the text, e.g. 1.
        package let number: String
        package let label: String
        /// As printed, with its unit.
        package let value: String
        package let href: String
        /// 计算, 上级核定 or 手工.
        package let origin: String
    }
}

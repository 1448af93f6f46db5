/// A bulletin or report on screen, as it will be printed.
package struct DocumentPage: Sendable {
    package let frame: PageFrame
    package let title: String
    /// Period it covers, e.g. 2026年10月.
    package let periodText: String
    /// 草稿, 定稿封存（2026-11-05 16:20） or how what is shown differs from it.
    package let statusText: String
    /// True where what is shown is what was sealed.
    package let isSealed: Bool
    /// Said when it is made as of a past moment; nil for the present.
    package let past: PastNote?
    package let state: DataState
    /// Body as HTML made by `Documents`, inserted as it is.
    package let bodyHTML: String
    /// The file of the last sealed version; nil for none.
    package let sealedHref: String?
    /// Address of the docx of what is shown; nil where the sealed file is the same.
    package let docxHref: String?
    package let previous: TextLink?
    package let next: TextLink?
    /// The figures printed in it, each with its 溯源.
    package let references: [Reference]
    /// What was sealed, the last version first; empty for none.
    package let seals: [Seal]
    /// Seals it; nil where nobody can now.
    package let sealing: Sealing?
    /// Why it cannot be sealed; nil where it can.
    package let sealHindrance: String?

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
        /// Its claim in the sealed version; nil for none.
        package let claim: TextLink?
        /// The value of the sealed version, where it is another one; nil where it is the same or there is none.
        package let sealedValue: String?
    }

    /// A sealed version.
    package struct Seal: Sendable {
        /// E.g. 2026-11-05 16:20.
        package let timeText: String
        /// The record of its sealing.
        package let record: TextLink
        /// E.g. 数字凭证 38 个.
        package let claimsText: String
        /// The file that was issued.
        package let fileHref: String
        /// How it stands with the public.
        package let publicHref: String
        /// The document as it was.
        package let view: TextLink
    }

    /// The form that seals.
    package struct Sealing: Sendable {
        package let action: String
        package let tokenValue: String
        /// What sealing does, for this document.
        package let explanation: String
        /// Words of the box that must be ticked.
        package let confirmation: String
        /// Why it was refused and how to mend it; nil at first.
        package let error: String?
    }
}

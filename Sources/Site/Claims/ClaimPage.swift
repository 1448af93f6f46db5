/// One printed number as it was sealed: what it says, on what it rests, how it is proved, whether it would be the same today.
package struct ClaimPage: Sendable {
    package let frame: PageFrame
    /// E.g. 7F3K-2M9Q-4X6T.
    package let claimID: String
    /// What the number is, e.g. PM₂.₅ 日评价浓度（大寺镇）.
    package let name: String
    /// As printed.
    package let value: String
    /// Unit; nil for none.
    package let unit: String?
    /// E.g. 截至台账第 1204 条记录，封存于 2026-11-22 09:10.
    package let asOfText: String
    /// From the exact value to the printed one.
    package let rounding: FigurePage.Rounding
    /// The documents that print it.
    package let printedIn: [LabelledText]
    /// Definition, period, arguments, completeness.
    package let meaning: [LabelledText]
    /// The rules by which its inputs were judged.
    package let rules: [TextLink]
    /// Number and root of the inputs, hash of the claim, its place in the document.
    package let binding: [LabelledText]
    /// The claims of the figures that it is computed from; empty for none.
    package let parts: [TextLink]
    /// Whether a checkpoint covers it, in words.
    package let signature: Verdict
    /// What the figure is today, in words.
    package let present: Verdict
    /// Why it is another one today; nil where it is the same.
    package let changeHref: String?
    /// The figure with its inputs as of the record.
    package let traceHref: String
    /// A QR code that leads here, as a drawing inserted as it is.
    package let svg: String
    /// What it holds.
    package let codeText: String
    package let proof: Proof
    package let standing: LedgerStanding

    /// A finding, with a tone that repeats what the words say.
    package struct Verdict: Sendable {
        /// `better`, `warn` or `plain`.
        package let tone: String
        package let text: String
        /// What must be known besides; nil for nothing.
        package let remark: String?
    }

    /// How an outsider gets what proves it.
    package struct Proof: Sendable {
        /// Why there is no bundle yet; nil where there is.
        package let hindrance: String?
        /// Address of the public bundle.
        package let bundleHref: String
        /// What the public bundle shows and does not show.
        package let openShows: [String]
        package let openHides: [String]
        /// The same of the one with all raw data.
        package let fullShows: [String]
        package let fullHides: [String]
        /// Where the form for the one with raw data leads.
        package let action: String
        package let tokenValue: String
        /// What was typed before; empty at first.
        package let reason: String
        /// Why it was refused; nil before it was tried.
        package let error: String?
    }
}

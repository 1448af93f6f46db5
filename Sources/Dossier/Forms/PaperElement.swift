/// Something that stands in a paper.
package struct PaperElement: Hashable, Sendable {
    /// What it is.
    package enum Kind: Hashable, Sendable {
        case text
        /// Several paragraphs.
        case longText
        /// In 元 on screen, 分 in records.
        case money
        case date
        /// A day with its time.
        case moment
        case flag
        /// One entry a line.
        case list
        case choice([String])
    }

    /// Its name, unique in the form and shown on screen.
    package let name: String
    package let kind: Kind
    /// Whether the paper is not whole without it.
    package let isRequired: Bool
    /// Whether it is a fact about people, which stands beside the ledger.
    package let isPersonal: Bool
    /// Where it comes from, the first that has it; empty where a person writes it.
    package let fills: [PaperFill]
    /// What to write, on screen.
    package let hint: String?
}

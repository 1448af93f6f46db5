import Catalog
import Standards

/// One version of a rule as `standards list` and `show` give it to programs.
package struct StandardEntry: Hashable, Sendable, Encodable {
    package let id: String
    package let title: String
    /// Key and Chinese name of the kind.
    package let kind: String
    package let kindName: String
    /// First and last day; no last one while it is open.
    package let from: String
    package let to: String?
    /// Whether it is in force on the day of the list.
    package let isInForce: Bool
    package let instrument: String
    package let article: String
    /// How the contents were checked, and against what.
    package let verified: String
    /// `official`, `reproduced`, `provisional`.
    package let confidence: String
    /// The file, from the catalog folder on.
    package let path: String
    /// Whether it is the bureau's own.
    package let isOverlay: Bool
    /// The contents as text; only where they were asked for.
    package let contents: String?

    init(_ file: StandardFile, isInForce: Bool, withContents: Bool) {
        id = file.header.id
        title = file.header.title
        kind = file.kind
        kindName = file.kindName
        from = file.header.effective.from.description
        to = file.header.effective.to?.description
        self.isInForce = isInForce
        instrument = file.header.source.instrument
        article = file.header.source.article
        verified = file.header.source.verified
        confidence = file.header.confidence.rawValue
        path = file.path
        isOverlay = file.isOverlay
        contents = withContents ? file.contents : nil
    }
}

/// A page instead of the one asked for: not found, not understood, or our fault.
package struct ErrorPage: Sendable {
    package let frame: PageFrame
    /// HTTP status as printed, e.g. 404.
    package let status: String
    /// What happened in a few words, e.g. 没有这个页面.
    package let headline: String
    /// What exactly and where, in one or two sentences.
    package let explanation: String
    /// How to go on, one step a line.
    package let remedies: [String]
    /// Pages that may be what was meant.
    package let links: [TextLink]
    /// Number of the request for the log; nil where there is none.
    package let requestID: String?
}

/// The line that stands beside every set of figures: how fresh, how complete, judged by what, reviewed or not.
package struct DataState: Sendable {
    /// Cut-off, e.g. 数据截至 11-22 08:00.
    package let cutoff: String
    /// Received ÷ expected as printed, e.g. 98.6%; nil where nothing was expected, and for a year.
    package let captureRate: String?
    /// Valid ÷ expected as printed, e.g. 97.9%; nil where nothing was expected, and for a year.
    package let validRate: String?
    /// The standard that judged, with its number and year, e.g. HJ 633—2026.
    package let standard: String
    /// Address of that standard in 规则目录; nil for no link.
    package let standardHref: String?
    /// Review state in words, e.g. 未经审核，仅供参考 or 已审核（2026-11-22 09:40）.
    package let review: String
    /// True where the values are not reviewed: the words are set off.
    package let isUnreviewed: Bool
}

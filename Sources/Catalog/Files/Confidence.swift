/// How sure the contents of a rule file are; the administrator's screen lists all that is provisional.
package enum Confidence: String, CaseIterable, Hashable, Sendable {
    /// Read in the official text.
    case official
    /// Confirmed by recomputing published data.
    case reproduced
    /// Not yet checked against the official text (未核对原文).
    case provisional
}

/// How often each deviation of a device or connection was met, by the names of `Issue` and `Tolerance`. Names that carry
/// a number (`len_mismatch(+2)`) are counted under what stands before it.
public struct ToleranceTally: Sendable, Hashable {
    /// Occurrences by name.
    public private(set) var counts: [String: Int] = [:]

    /// Nothing was met.
    public init() {}

    /// Counts what a packet and its judgement name.
    ///
    /// - Parameter looksInside: whether deviations of head and content are looked for as well, which costs more than all the
    ///   rest of receiving a packet; without it those of the frame alone are counted.
    public mutating func add(_ judgement: Judgement, looksInside: Bool) {
        for issue in looksInside ? judgement.packet.issues : judgement.packet.frame.issues { add(issue.rawValue) }
        for tolerance in judgement.tolerances { add(tolerance.rawValue) }
        switch judgement.verdict {
        case .accepted: break
        case .quarantined(let reason): add("quarantined_\(reason.rawValue)")
        case .refused(let reason): add("refused_\(reason.rawValue)")
        }
    }

    /// Counts what another tally counted.
    public mutating func add(_ other: ToleranceTally) {
        for (name, count) in other.counts { counts[name, default: 0] += count }
    }

    private mutating func add(_ name: String) {
        let kind = name.prefix { $0 != "(" }
        // The length of a password is a number at the end of the name; without it the kinds are bounded.
        counts[kind.hasPrefix("pw_len_") ? "pw_len" : String(kind), default: 0] += 1
    }
}

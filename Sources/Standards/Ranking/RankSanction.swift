/// A consequence of being ranked again and again. Words of the file; the product counts, a person decides.
public struct RankSanction: Hashable, Sendable {
    /// What is counted.
    public enum Count: String, CaseIterable, Hashable, Sendable, Codable {
        /// Periods running in which the object was last.
        case lastRunning = "last_running"
        /// Periods in all in which the measure rose against the year before.
        case risesInAll = "rises_in_all"
    }

    /// What is counted.
    public let count: Count
    /// From how many on.
    public let times: Int
    /// The measure that is counted; nil for places.
    public let measure: String?
    /// The consequence, in the words of the source.
    public let consequence: String

    /// Makes a sanction.
    public init(count: Count, times: Int, measure: String?, consequence: String) {
        self.count = count
        self.times = times
        self.measure = measure
        self.consequence = consequence
    }

    /// Whether the events of successive periods, the latest last, have reached the number now.
    ///
    /// - Parameter events: whether what is counted happened in each period.
    public func isReached(by events: [Bool]) -> Bool {
        guard events.last == true else { return false }
        switch count {
        case .lastRunning: return events.reversed().prefix { $0 }.count >= times
        case .risesInAll: return events.count { $0 } >= times
        }
    }
}

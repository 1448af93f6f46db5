import Standards

extension Instant {
    /// The second in which a moment of records lies.
    init(milliseconds: Int64) { self.init(secondsSince1970: milliseconds / 1_000) }
}

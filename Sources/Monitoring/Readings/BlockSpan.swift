import Standards

/// The stretch of time whose readings share a block.
///
/// Momentary values of the latest two days of an object lie in blocks of an hour, so that one more packet rewrites
/// little; earlier days are closed into one block each. Which days are closed follows from the readings themselves, never
/// from the clock. Values of minutes lie in blocks of a day at once.
package enum BlockSpan {
    /// Longer periods are rows: figures select them by SQL, and they are few.
    static let greatestSeconds = 3_599
    /// Shorter periods than this are as many as momentary values.
    private static let fewSeconds = 300
    private static let hourSeconds: Int64 = 3_600
    static let daySeconds: Int64 = 86_400
    private static let openDays: Int64 = 2

    /// Whether readings of a length of period are kept in blocks.
    package static func holds(seconds: Int) -> Bool { seconds <= greatestSeconds }

    /// The start of the day in Beijing.
    static func day(of start: Int64) -> Int64 { floor(start, to: daySeconds) }

    /// The start of the block to which a reading of an open day belongs.
    static func open(_ start: Int64, seconds: Int) -> Int64 {
        floor(start, to: seconds < fewSeconds ? hourSeconds : daySeconds)
    }

    /// The first instant that is not closed, when `latest` is the start of the latest block of open days.
    static func closedEnd(latest: Int64) -> Int64 { day(of: latest) - (openDays - 1) * daySeconds }

    /// Downwards to a multiple, counted from midnight in Beijing.
    private static func floor(_ seconds: Int64, to length: Int64) -> Int64 {
        let local = seconds + Instant.beijingOffsetSeconds
        let rest = local % length
        return seconds - (rest < 0 ? rest + length : rest)
    }
}

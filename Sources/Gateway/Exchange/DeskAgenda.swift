/// When the desk looks by itself for what is missing, by the clock that does not go back. It may be lost.
struct DeskAgenda {
    /// Between two looks at the clocks of all devices, in milliseconds.
    static let clockPause: Int64 = 60_000
    /// Between two looks for missing periods, in milliseconds: hours are given longer than that.
    static let gapPause: Int64 = 600_000
    /// A device has so long after it was heard before it is asked for anything, in milliseconds: it may be sending what it
    /// kept while it was away.
    static let settling: Int64 = 600_000
    /// Clocks read in one look: ten thousand devices come round in a quarter of a day.
    static let greatestClockCount = 30

    var nextClocks = Int64.min
    var nextGaps = Int64.min
    /// When a device was last told the time because it asked, in milliseconds since 1970-01-01T00:00:00Z.
    var noticeAnswered: [String: Int64] = [:]
}

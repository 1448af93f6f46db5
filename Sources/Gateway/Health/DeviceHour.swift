import Storage

/// One hour of a registered device: what came in it, and what came about it.
package struct DeviceHour: Sendable {
    package let mn: String
    /// Its start in seconds since 1970-01-01T00:00:00Z.
    package let start: Int64
    /// Packets that came in it.
    package let counts: PacketCounts
    /// The longest that one came after the end of its period, in seconds.
    package let lateSeconds: Int64
    /// The least and the greatest lead of the device's clock, in milliseconds; nil when not known.
    package let drift: ClosedRange<Int64>?
    /// Minutes of the hour of which there are realtime data, 0 … 60.
    package let realtimeMinutes: Int
    /// Minute data of the hour, each label once.
    package let minuteData: Int
    /// Packets with hour data of the hour.
    package let hourData: Int

    /// An hour made by hand.
    package init(
        mn: String, start: Int64, counts: PacketCounts = PacketCounts(), lateSeconds: Int64 = 0,
        drift: ClosedRange<Int64>? = nil, realtimeMinutes: Int, minuteData: Int, hourData: Int
    ) {
        self.mn = mn
        self.start = start
        self.counts = counts
        self.lateSeconds = lateSeconds
        self.drift = drift
        self.realtimeMinutes = realtimeMinutes
        self.minuteData = minuteData
        self.hourData = hourData
    }

    init(_ row: SQLRow) throws {
        start = row.integer(at: 0)
        mn = row.optionalText(at: 1) ?? ""
        counts = PacketCounts(row, at: 2)
        let rest = 2 + PacketCounts.columns.count
        lateSeconds = row.integer(at: rest)
        if let least = row.optionalInteger(at: rest + 1), let greatest = row.optionalInteger(at: rest + 2) {
            drift = least...max(least, greatest)
        } else {
            drift = nil
        }
        realtimeMinutes = row.integer(at: rest + 4).nonzeroBitCount
        minuteData = row.integer(at: rest + 5).nonzeroBitCount
        hourData = Int(row.integer(at: rest + 6))
    }
}

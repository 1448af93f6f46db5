/// How much of the time readings may be made of packets: all of it, or little while very many packets arrive.
///
/// Packets that are on disk lose nothing by waiting; a device that waits for its answer sends everything again. So a flood, as
/// when a city's devices come back after an outage, is taken in first and read afterwards.
struct ProjectionPace {
    /// Packets a second that are a flood: sixty times what ten thousand devices send at one a minute.
    static let flood: Double = 10_000
    /// In a flood one part of so many of the time is spent on reading packets.
    static let share = 8
    /// The longest pause, so that nobody waits for readings for long.
    static let greatestPause = Duration.seconds(2)
    /// A rate is measured over so long at least.
    static let leastSpan = Duration.milliseconds(100)

    private var packets: Int
    private var moment: ContinuousClock.Instant
    /// Whether there was a flood when it was looked last.
    private(set) var isFlood = false

    /// - Parameter packets: taken in so far.
    init(packets: Int, at moment: ContinuousClock.Instant) {
        self.packets = packets
        self.moment = moment
    }

    /// Takes note of how many packets were taken in so far.
    mutating func look(packets: Int, at now: ContinuousClock.Instant) {
        let span = now - moment
        guard span >= Self.leastSpan else { return }
        isFlood = Double(packets - self.packets) / (span / .seconds(1)) > Self.flood
        self.packets = packets
        moment = now
    }

    /// How long to leave the machine to those who take packets in, after work that took so long.
    func pause(after elapsed: Duration) -> Duration {
        isFlood ? min(elapsed * (Self.share - 1), Self.greatestPause) : .zero
    }
}

/// The time at which packets are received, from a clock that may be set: it goes back never, so that the order of the log is
/// the order of its times, and what was held back or jumped over is known.
struct ReceiptTime {
    /// A change of the clock against the machine's own count of milliseconds, beyond which somebody set it; what a time
    /// service corrects by slewing stays below.
    static let leastStep: Int64 = 2_000

    /// The last time given; the log has none after it.
    private var last: Int64
    private var lastWall: Int64?
    private var lastMonotonic: Int64 = 0
    /// What was met so far, in milliseconds.
    private(set) var steps = ClockSteps()

    /// - Parameter last: of the last packet that is in the log, in milliseconds since 1970-01-01T00:00:00Z.
    init(after last: Int64 = .min) { self.last = last }

    /// The log was found to hold packets up to a time.
    mutating func start(after time: Int64) { last = max(last, time) }

    /// The time to write down.
    ///
    /// - Parameters:
    ///   - wall: what the clock says, in milliseconds since 1970-01-01T00:00:00Z.
    ///   - monotonic: milliseconds of a clock that nobody sets.
    mutating func receive(wall: Int64, monotonic: Int64) -> Int64 {
        if let lastWall {
            let step = (wall - lastWall) - (monotonic - lastMonotonic)
            if step <= -Self.leastStep {
                steps.back += 1
                steps.lastBack = -step
            } else if step >= Self.leastStep {
                steps.forward += 1
                steps.lastForward = step
            }
        }
        lastWall = wall
        lastMonotonic = monotonic
        last = max(last, wall)
        steps.heldBack = last - wall
        return last
    }

    /// The time to write down for a packet that we send: in the order of the log, and no look at how the clock goes.
    ///
    /// - Parameter wall: what the clock says, in milliseconds since 1970-01-01T00:00:00Z.
    mutating func send(wall: Int64) -> Int64 {
        last = max(last, wall)
        return last
    }
}

/// What one connection may do at a moment, as a value without socket and clock: events go in, and it says whether the
/// socket may be read from, whether it is to be closed, and when to ask again.
///
/// Moments are milliseconds of a clock that only goes forward. A connection is read from while nothing holds it up; it is
/// closed once, for the first reason that arose, behind the answers it is due:
///
///     reading ⇄ held up (disk slow · disk full · too fast · answers not taken in)
///        └──────────┴──▶ closing ──▶ closed
struct ConnectionState {
    private let limits: GatewayLimits
    /// The moment from which the first valid frame, and then the next, is waited for.
    private var waitsSince: Int64
    private(set) var standing = ConnectionStanding.silent
    private(set) var closing: ConnectionClosing?
    private var closingSince: Int64 = 0
    private var pace: ConnectionPace
    private var unwrittenBytes = 0
    private var isDiskFull = false
    private var resumesAt: Int64?
    /// Since when answers wait for the peer.
    private var unsentSince: Int64?
    /// When the last byte of a frame came that is not complete.
    private var partialSince: Int64?

    init(limits: GatewayLimits, at now: Int64) {
        self.limits = limits
        waitsSince = now
        pace = ConnectionPace(limits: limits, at: now)
    }

    // MARK: What it says

    /// Whether the socket may be read from.
    var mayRead: Bool {
        closing == nil && unwrittenBytes < limits.unwrittenBytes && !isDiskFull && resumesAt == nil
            && unsentSince == nil
    }

    /// Whether the connection is to be closed now: it has a reason to, and nothing is on its way to the disk.
    ///
    /// A forwarder with one device too many must not have to send everything again, so the packets on their way are
    /// answered first.
    var mayClose: Bool { closing.map { $0.isAbrupt || unwrittenBytes == 0 } ?? false }

    /// The next moment at which `wake` has something to do; nil when only an event can change anything.
    var deadline: Int64? {
        if closing != nil { return closingSince + limits.closingMilliseconds }
        var moments: [Int64] = []
        if let partialSince { moments.append(partialSince + limits.partialFrameMilliseconds) }
        if let resumesAt { moments.append(resumesAt) }
        if let unsentSince { moments.append(unsentSince + limits.unsentMilliseconds) }
        if !isDiskFull { moments.append(waitsSince + patience) }
        return moments.min()
    }

    private var patience: Int64 { standing == .silent ? limits.silentMilliseconds : limits.idleMilliseconds }

    // MARK: What happens to it

    /// Bytes arrived; `isPartial` when they end inside a frame.
    mutating func received(_ byteCount: Int, isPartial: Bool, isNoise: Bool, at now: Int64) {
        partialSince = isPartial ? now : nil
        hold(pace.received(byteCount, at: now), at: now)
        if isNoise { close(.notHJ212, at: now) }
    }

    /// Frames were taken in and are on their way to the disk.
    ///
    /// - Parameters:
    ///   - numbers: the device of each.
    ///   - shown: what the best of them shows of the connection.
    mutating func took(
        framesOf numbers: [String], byteCount: Int, showing shown: ConnectionStanding, at now: Int64
    ) {
        unwrittenBytes += byteCount
        standing = max(standing, shown)
        if shown > .silent { waitsSince = now }
        hold(pace.received(framesOf: numbers, at: now), at: now)
    }

    /// Bytes are on disk, or could not be put there.
    mutating func settled(_ byteCount: Int) { unwrittenBytes -= byteCount }

    /// The disk is full, or has room again. What nobody listened to is not held against the peer.
    mutating func diskFull(_ isFull: Bool, at now: Int64) {
        if isDiskFull, !isFull { waitsSince = now }
        isDiskFull = isFull
    }

    /// The peer takes its answers in, or not.
    mutating func takesAnswers(_ takes: Bool, at now: Int64) {
        unsentSince = takes ? nil : (unsentSince ?? now)
    }

    /// The connection is to be closed. The first reason counts.
    mutating func close(_ reason: ConnectionClosing, at now: Int64) {
        guard closing == nil else { return }
        closing = reason
        closingSince = now
    }

    /// What is due at a moment.
    struct Due: Equatable {
        /// The rest of a cut frame is to be given up.
        var isPartialOver = false
        /// The connection is to be closed whatever is still to be sent.
        var isClosedNow = false
    }

    /// Time has passed.
    mutating func wake(at now: Int64) -> Due {
        if closing != nil { return Due(isClosedNow: now >= closingSince + limits.closingMilliseconds) }
        var due = Due()
        if let start = partialSince, now >= start + limits.partialFrameMilliseconds {
            partialSince = nil
            due.isPartialOver = true
        }
        if let moment = resumesAt, now >= moment {
            resumesAt = nil
            pace.forgetFull(at: now)
        }
        if let start = unsentSince, now >= start + limits.unsentMilliseconds { close(.slowReader, at: now) }
        if !isDiskFull, now >= waitsSince + patience { close(standing == .silent ? .silent : .idle, at: now) }
        return due
    }

    private mutating func hold(_ milliseconds: Int64, at now: Int64) {
        if milliseconds > 0 { resumesAt = max(resumesAt ?? now, now + milliseconds) }
    }
}

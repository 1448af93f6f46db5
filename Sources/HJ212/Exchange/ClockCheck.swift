/// What to do about the clock of a device (HJ 212-2017, 6.6), as pure arithmetic over milliseconds.
public enum ClockCheck {
    /// Drift that is left alone, in milliseconds: the label of a device has whole seconds, and the line takes its time.
    public static let toleratedDrift: Int64 = 2_000
    /// Before and behind a full hour, in which no clock is set back across it, in milliseconds.
    public static let borderMargin: Int64 = 30_000

    /// What was learnt from reading the clock with 1011.
    public struct Reading: Sendable, Hashable {
        /// By how much the device is ahead of us, in milliseconds; behind is negative.
        public let drift: Int64
        /// From the request to its answer, in milliseconds.
        public let roundTrip: Int64

        /// - Parameters:
        ///   - device: SystemTime of the answer, in whole seconds: on the average it is half a second old.
        ///   - sent: when the request went out.
        ///   - received: when the answer came; both in milliseconds since 1970-01-01 00:00 UTC.
        public init(device: DataTime, sent: Int64, received: Int64) {
            roundTrip = max(0, received - sent)
            drift = device.unixSeconds * 1000 + 500 - (sent + roundTrip / 2)
        }
    }

    /// What to do.
    public enum Decision: Sendable, Hashable {
        /// The clock is right.
        case leave
        /// Set it to this time, with 1012.
        case set(DataTime)
        /// Decide again then: the clock would step back across a full hour and that hour's record would be made twice.
        case wait(until: Int64)
    }

    /// Decides about a device whose drift is known.
    /// - Parameter now: in milliseconds since 1970-01-01 00:00 UTC.
    public static func decide(_ reading: Reading, now: Int64) -> Decision {
        guard abs(reading.drift) > toleratedDrift else { return .leave }
        // When the packet arrives.
        let target = now + reading.roundTrip / 2
        let device = target + reading.drift
        if reading.drift > 0, let border = border(between: target, and: device) {
            return .wait(until: border + borderMargin + 1)
        }
        return DataTime(unixSeconds: (target + 500) / 1000).map(Decision.set) ?? .leave
    }

    /// The full hour that a step back from `device` to `target` would cross within the margin. A device that is ahead by
    /// nearly an hour or more crosses one in any case.
    private static func border(between target: Int64, and device: Int64) -> Int64? {
        let hour: Int64 = 3_600_000
        guard device - target < hour - 2 * borderMargin else { return nil }
        // Whole hours of UTC are whole hours of Beijing.
        let border = (target / hour + 1) * hour
        if device >= border - borderMargin { return border }
        let last = target / hour * hour
        return target < last + borderMargin ? last : nil
    }

    /// The request that follows a device's notice 1013 once it was answered with 9013: it sets the clock the notice named.
    public static func message(for notice: Packet, now: Int64, roundTrip: Int64 = 0) -> Message? {
        guard notice.commandNumber == .clockNotice, let time = DataTime(unixSeconds: (now + roundTrip / 2 + 500) / 1000)
        else { return nil }
        return .setClock(to: time, of: notice.parameter("PolId")?.string)
    }
}

/// What the platform asks of a device that connects for the first time, in the order of HJ 212-2017, 6.7. It is set per
/// device, because many ignore requests or choke on them.
public struct FirstConnection: Sendable, Hashable {
    /// What 1000 sets.
    public struct TimeOut: Sendable, Hashable {
        let seconds: Int
        let repeats: Int

        /// - Parameters:
        ///   - seconds: 1–99.
        ///   - repeats: 1–99.
        public init(seconds: Int, repeats: Int) {
            self.seconds = seconds
            self.repeats = repeats
        }
    }

    /// Sets the clock.
    public var setsClock = true
    /// Time-out and repeats of the device; nil leaves them.
    public var timeOut: TimeOut?
    /// Interval of realtime data in seconds; nil leaves it.
    public var realtimeInterval: Int?
    /// Interval of minute data in minutes; nil leaves it.
    public var minuteInterval: Int?
    /// Begins (true) or ends (false) realtime data; nil leaves it.
    public var sendsRealtime: Bool?
    /// Begins (true) or ends (false) the state of treatment plant; nil leaves it.
    public var sendsPlantState: Bool?

    /// Only sets the clock.
    public init() {}

    /// The messages in their order; those that the dialect does not know are left out.
    /// - Throws: `MessageError` for a value the standard does not allow.
    public func messages(_ dialect: Dialect, now: DataTime) throws(MessageError) -> [Message] {
        var messages: [Message] = []
        if setsClock { messages.append(.setLoggerClock(to: now, in: dialect)) }
        if let timeOut { messages.append(try .setTimeOut(seconds: timeOut.seconds, repeats: timeOut.repeats)) }
        if let realtimeInterval { messages.append(try .setRealtimeInterval(seconds: realtimeInterval)) }
        if let minuteInterval { messages.append(try .setMinuteInterval(minutes: minuteInterval)) }
        if let sendsRealtime { messages.append(sendsRealtime ? .startRealtime : .stopRealtime) }
        if let sendsPlantState { messages.append(sendsPlantState ? .startPlantState : .stopPlantState) }
        return messages.filter { $0.command.isKnown(in: dialect, as: $0.pattern) }
    }
}

/// One exchange that the platform begins: a request with its answers, or a notice with its one answer (HJ 212-2017, 6.3).
///
/// ```
///            request                    9011 ready             9012
///  (made) ───────────▶ asked(attempt) ───────────▶ running ───────────▶ ended
///                       │  ▲ no answer: again       │  ▲ data, value
///                       │  └──────────┘             │  └─────┘
///                       ├─ 9012, 9013 ────▶ ended   ├─ silence ───────▶ ended(no result)
///                       ├─ data, value ──▶ running  └─ cancelled ─────▶ ended
///                       ├─ 9011 other ────▶ ended(refused)
///                       └─ too often ─────▶ ended(no answer)
/// ```
/// An ended exchange stays ended; a 9012 that comes too late is told as such. Everything else that arrives is not for it.
/// Time is given in by the caller, in milliseconds of a clock that does not go back.
public struct Exchange: Sendable {
    /// How it ended.
    public enum Outcome: Sendable, Hashable {
        /// 9012 of the device; `noData` is one of its results.
        case finished(ExecutionResult)
        /// 9013 of the device to a notice.
        case noticed
        /// 9011 with another result than ready.
        case refused(RequestResult)
        /// No answer, however often it was sent.
        case noAnswer
        /// 9011 came, and then nothing for the time that the command may take.
        case noResult
        /// Given up by a person.
        case cancelled
    }

    /// Where it stands.
    public enum State: Sendable, Hashable {
        /// Sent so many times; goes on at the deadline.
        case asked(attempt: Int, deadline: Int64)
        /// Accepted by the device; given up at the deadline.
        case running(deadline: Int64)
        /// Over.
        case ended(Outcome)
    }

    /// What happens to it.
    public enum Event: Sendable {
        /// A packet of the device arrived.
        case received(Packet)
        /// The time is now.
        case clock
        /// A person gives it up.
        case cancelled
    }

    /// What the caller has to do.
    public enum Action: Sendable {
        /// Send these bytes.
        case send([UInt8])
        /// Call with `Event.clock` at this time.
        case wake(at: Int64)
        /// The device accepted the request.
        case accepted
        /// A packet that belongs to the exchange: a value, or data of the period asked for. It is judged, stored and
        /// answered like any other.
        case data(Packet)
        /// It is over.
        case ended(Outcome)
        /// 9012 of an exchange that had been given up.
        case late(ExecutionResult)
    }

    /// What is asked.
    public let message: Message
    /// The number of the exchange.
    public let qn: String
    /// Where it stands.
    public private(set) var state: State

    private let mn: String
    private let bytes: [UInt8]
    private let timing: ExchangeTiming

    /// Begins an exchange.
    /// - Parameters:
    ///   - bytes: the packet of the message with this number; it is repeated unchanged.
    ///   - now: in milliseconds.
    /// - Returns: the exchange, and what to do first.
    public static func begin(
        _ message: Message, qn: String, mn: String, bytes: [UInt8], timing: ExchangeTiming, now: Int64
    ) -> (Exchange, [Action]) {
        let deadline = now + timing.answer
        let exchange = Exchange(
            message: message, qn: qn, state: .asked(attempt: 1, deadline: deadline), mn: mn, bytes: bytes,
            timing: timing)
        return (exchange, [.send(bytes), .wake(at: deadline)])
    }

    /// Whether it is over.
    public var isEnded: Bool {
        if case .ended = state { true } else { false }
    }

    /// Takes what happened and tells what to do. What is not for this exchange gives no action.
    public mutating func handle(_ event: Event, now: Int64) -> [Action] {
        switch (state, event) {
        case (.ended, .received(let packet)): return late(packet)
        case (.ended, _): return []
        case (_, .cancelled): return end(.cancelled)
        case (.asked(let attempt, let deadline), .clock):
            if now < deadline { return [.wake(at: deadline)] }
            return askAgain(after: attempt, now: now)
        case (.running(let deadline), .clock):
            return now < deadline ? [.wake(at: deadline)] : end(.noResult)
        case (_, .received(let packet)):
            return receive(packet, now: now)
        }
    }

    /// Sends once more at once, for a connection that was made anew; the count of attempts stands.
    mutating func resume(now: Int64) -> [Action] {
        guard case .asked(let attempt, _) = state else { return [] }
        let deadline = now + timing.answer
        state = .asked(attempt: attempt, deadline: deadline)
        return [.send(bytes), .wake(at: deadline)]
    }

    private mutating func askAgain(after attempt: Int, now: Int64) -> [Action] {
        guard attempt <= timing.repeats else { return end(.noAnswer) }
        let deadline = now + timing.answer
        state = .asked(attempt: attempt + 1, deadline: deadline)
        return [.send(bytes), .wake(at: deadline)]
    }

    private mutating func receive(_ packet: Packet, now: Int64) -> [Action] {
        guard isOfDevice(packet), let command = packet.commandNumber else { return [] }
        if isAnswer(packet) {
            switch command {
            case .requestAnswer where message.pattern == .request: return accept(packet, now: now)
            case .executionResult where message.pattern == .request:
                return end(.finished(Self.result(of: packet) ?? .failure))
            case .noticeAnswer where message.pattern == .notice: return end(.noticed)
            default: break
            }
        }
        guard message.pattern == .request, carriesData(packet, command) else { return [] }
        // Some devices leave 9011 out, or it was lost: data are an answer too.
        return (isRunning ? [] : [.accepted]) + [.data(packet)] + goOn(now: now)
    }

    private mutating func accept(_ packet: Packet, now: Int64) -> [Action] {
        let result = packet.parameter("QnRtn")?.integer.map(RequestResult.init) ?? .unknown
        // The answer to a repetition says nothing new.
        if isRunning { return [] }
        guard result == .ready else { return end(.refused(result)) }
        return [.accepted] + goOn(now: now)
    }

    private mutating func goOn(now: Int64) -> [Action] {
        let deadline = now + timing.execution(of: message)
        state = .running(deadline: deadline)
        return [.wake(at: deadline)]
    }

    private mutating func end(_ outcome: Outcome) -> [Action] {
        state = .ended(outcome)
        return [.ended(outcome)]
    }

    private func late(_ packet: Packet) -> [Action] {
        guard case .ended(let outcome) = state, outcome == .noAnswer || outcome == .noResult || outcome == .cancelled,
            isOfDevice(packet), isAnswer(packet), packet.commandNumber == .executionResult,
            let result = Self.result(of: packet)
        else { return [] }
        return [.late(result)]
    }

    private var isRunning: Bool {
        if case .running = state { true } else { false }
    }

    private func isOfDevice(_ packet: Packet) -> Bool {
        packet.head(.mn)?.equalsIgnoringCase(mn) == true
    }

    /// 9011–9013 with the number of the exchange, which answers of 2005 carry in `CP`.
    private func isAnswer(_ packet: Packet) -> Bool {
        packet.commandNumber?.isAnswer == true && packet.exchangeNumber?.equals(qn) == true
    }

    /// A value with the number of the request, or data of the command from the period asked for, under numbers of their own.
    private func carriesData(_ packet: Packet, _ command: CommandNumber) -> Bool {
        guard command == message.command, !command.isAnswer else { return false }
        if packet.exchangeNumber?.equals(qn) == true { return true }
        guard let period = message.period, let time = packet.dataTime else { return false }
        return period.contains(time)
    }

    private static func result(of packet: Packet) -> ExecutionResult? {
        packet.parameter("ExeRtn")?.integer.map(ExecutionResult.init)
    }
}

/// The exchanges of one device: one in flight, the others wait in order, every one with a higher number than the one before.
///
/// Nothing is sent while the device is not connected. A request that was not answered when the line was lost is sent again
/// under the same number when the device is back; one that was accepted goes on, since its data may come over the new line.
public struct ExchangeQueue: Sendable {
    /// What the caller calls a request; every action names it.
    public typealias ID = Int64

    /// What the caller has to do.
    public enum Action: Sendable {
        /// The request got its number and is on its way: record both.
        case started(ID, qn: String)
        /// What its exchange wants.
        case exchange(ID, Exchange.Action)
        /// The message cannot be written in the dialect of the device.
        case failed(ID, MessageError)
        /// Call with the time then.
        case wake(at: Int64)
    }

    private struct Waiting: Sendable {
        let id: ID
        let message: Message
        /// The number it was sent under before; nil for a new one.
        let qn: String?
    }

    /// Whom the requests go to.
    public var address: DeviceAddress
    /// How long to wait.
    public var timing = ExchangeTiming()
    /// Keys and what the length of ciphered packets counts.
    public var keys = KeyRing()
    /// What the length field of ciphered packets counts.
    public var cipherLength = PacketWriter.CipherLength.plain

    /// What is added to the time given in, which must not go back, to come to milliseconds since 1970-01-01 00:00 UTC. It
    /// changes when the clock of the machine is set; numbers rise all the same.
    public var clockOffset: Int64 = 0

    private var numbers: QNSequence
    private var waiting: [Waiting] = []
    private var current: (id: ID, exchange: Exchange)?
    private var past: [(id: ID, exchange: Exchange)] = []
    private var isConnected = false
    private var quietUntil = Int64.min

    /// No request waits.
    /// - Parameter numbers: goes on after the last number given to the device.
    public init(address: DeviceAddress, numbers: QNSequence = QNSequence()) {
        self.address = address
        self.numbers = numbers
    }

    /// The request that is in flight.
    public var inFlight: ID? { current?.id }
    /// How many wait behind it.
    public var waitingCount: Int { waiting.count }

    /// Adds a request.
    /// - Parameter qn: the number under which it was sent before a restart, when it is to go on: the device takes it for a
    ///   repetition. Nil for a new request.
    /// - Returns: nil when `Limits.queuedRequests` wait already.
    public mutating func submit(_ message: Message, id: ID, again qn: String? = nil, now: Int64) -> [Action]? {
        guard waiting.count < Limits.queuedRequests else { return nil }
        waiting.append(Waiting(id: id, message: message, qn: qn))
        return proceed(now: now)
    }

    /// The device is connected, or a newer connection of it is.
    public mutating func connected(now: Int64) -> [Action] {
        isConnected = true
        guard let id = current?.id, let actions = current?.exchange.resume(now: now) else { return proceed(now: now) }
        return actions.map { .exchange(id, $0) }
    }

    /// The connection is lost.
    public mutating func disconnected() { isConnected = false }

    /// A packet of the device arrived: one that was judged acceptable, deciphered where it was ciphered.
    public mutating func received(_ packet: Packet, now: Int64) -> [Action] {
        let actions = forward(.received(packet), now: now)
        if !actions.isEmpty { return actions }
        for index in past.indices {
            let late = past[index].exchange.handle(.received(packet), now: now)
            if !late.isEmpty { return late.map { .exchange(past[index].id, $0) } }
        }
        return []
    }

    /// The time is now.
    public mutating func clock(now: Int64) -> [Action] {
        // Without a line nobody can answer: the time of a request that was not answered begins when the device is back.
        if !isConnected, case .asked = current?.exchange.state { return [] }
        return forward(.clock, now: now) + (current == nil ? proceed(now: now) : [])
    }

    /// Gives a request up, whether it waits or is in flight.
    public mutating func cancel(_ id: ID, now: Int64) -> [Action] {
        if let index = waiting.firstIndex(where: { $0.id == id }) {
            waiting.remove(at: index)
            return [.exchange(id, .ended(.cancelled))]
        }
        return current?.id == id ? forward(.cancelled, now: now) : []
    }

    private mutating func forward(_ event: Exchange.Event, now: Int64) -> [Action] {
        guard let id = current?.id, let actions = current?.exchange.handle(event, now: now) else { return [] }
        var given = actions.map { Action.exchange(id, $0) }
        if let exchange = current?.exchange, exchange.isEnded {
            past.append((id, exchange))
            if past.count > Limits.rememberedExchanges { past.removeFirst() }
            current = nil
            quietUntil = now + timing.pause
            given += proceed(now: now)
        }
        return given
    }

    /// Begins the next request when the line is free.
    private mutating func proceed(now: Int64) -> [Action] {
        var actions: [Action] = []
        while current == nil, isConnected, let next = waiting.first {
            if now < quietUntil { return actions + [.wake(at: quietUntil)] }
            waiting.removeFirst()
            do throws(MessageError) {
                guard let qn = next.qn ?? numbers.next(unixMilliseconds: now + clockOffset) else {
                    throw MessageError(code: .outOfRange, field: "QN", value: String(now))
                }
                if address.dialect == .v2025, next.message.command == .keyExchange, keys.forWriting == nil {
                    throw MessageError(code: .noKey, field: next.message.command.text, value: "")
                }
                let bytes = try PacketWriter.frame(
                    of: next.message, to: address, qn: qn, key: keys.forWriting, cipherLength: cipherLength)
                let (exchange, first) = Exchange.begin(
                    next.message, qn: qn, mn: address.mn, bytes: bytes, timing: timing, now: now)
                current = (next.id, exchange)
                actions += [.started(next.id, qn: qn)] + first.map { .exchange(next.id, $0) }
            } catch {
                actions.append(.failed(next.id, error))
            }
        }
        return actions
    }
}

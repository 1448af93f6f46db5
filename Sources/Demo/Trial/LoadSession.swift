import HJ212

/// One connection under load, as a state machine without clock and socket: `open` → (`tick` | `receive`)* → `open` after a
/// break. Keeps up to `window` packets unanswered; what is not answered in time, or was under way when the line broke,
/// goes out again.
struct LoadSession: Sendable {
    /// Seconds without an answer before a packet goes out again, as devices have it by default.
    static let answerNanoseconds: UInt64 = 10_000_000_000

    private struct Open: Sendable {
        let serial: Int
        let number: UInt64
        let sentNanoseconds: UInt64
        var lastNanoseconds: UInt64
    }

    private var frames: LoadFrames
    private let window: Int
    private let packets: Int
    /// Nanoseconds between two packets; 0: as fast as they are answered.
    private let spacing: UInt64
    private var began: UInt64?
    private var sent = 0
    /// Under way, the oldest first. Answers come in the order of the packets but for repeats.
    private var open: [Open] = []
    private var rest: [UInt8] = []
    /// No new packets any more.
    var isEnding = false
    var tally = LineTally()

    init(frames: LoadFrames, window: Int, packets: Int?, packetsPerSecond: Double?) {
        self.frames = frames
        self.window = window
        self.packets = packets ?? .max
        spacing = packetsPerSecond.map { UInt64(1e9 / max($0, 1e-6)) } ?? 0
    }

    /// Everything is sent and answered.
    var isDone: Bool { open.isEmpty && (isEnding || sent >= packets) }

    /// The connection is up: bytes to write.
    mutating func connected(at now: UInt64) -> [UInt8] {
        rest = []
        if began == nil { began = now }
        return again(olderThan: .max, at: now) + fresh(at: now)
    }

    /// Time has passed.
    mutating func tick(at now: UInt64) -> [UInt8] {
        guard now >= Self.answerNanoseconds else { return fresh(at: now) }
        return again(olderThan: now - Self.answerNanoseconds, at: now) + fresh(at: now)
    }

    /// Bytes came from the platform.
    mutating func receive(_ bytes: [UInt8], at now: UInt64) -> [UInt8] {
        rest += bytes
        var position = 0
        while let end = Self.frameEnd(in: rest, from: position) {
            if let number = Self.answeredNumber(in: rest[position..<end]) { answered(number, at: now) }
            position = end
        }
        rest.removeFirst(position)
        return fresh(at: now)
    }

    private mutating func fresh(at now: UInt64) -> [UInt8] {
        var output: [UInt8] = []
        guard !isEnding else { return output }
        let allowed = spacing == 0 ? Int.max : Int((now &- (began ?? now)) / spacing) + 1
        while open.count < window, sent < packets, sent < allowed {
            let number = frames.append(sent, to: &output)
            open.append(Open(serial: sent, number: number, sentNanoseconds: now, lastNanoseconds: now))
            sent += 1
            tally.asked += 1
        }
        return output
    }

    private mutating func again(olderThan limit: UInt64, at now: UInt64) -> [UInt8] {
        var output: [UInt8] = []
        guard let first = open.first, first.lastNanoseconds <= limit else { return output }
        for place in open.indices where open[place].lastNanoseconds <= limit {
            _ = frames.append(open[place].serial, to: &output)
            open[place].lastNanoseconds = now
            tally.repeated += 1
        }
        return output
    }

    private mutating func answered(_ number: UInt64, at now: UInt64) {
        guard let place = open.firstIndex(where: { $0.number == number }) else { return }
        tally.answered(after: now &- open[place].sentNanoseconds)
        open.remove(at: place)
    }

    /// The end of the frame that begins at or after a position, its line end included; nil when it is not all there.
    private static func frameEnd(in bytes: [UInt8], from position: Int) -> Int? {
        guard bytes.count >= position + 6 else { return nil }
        var length = 0
        for offset in 2..<6 { length = length * 10 + Int(bytes[position + offset]) - 48 }
        let end = position + 12 + length
        // Our own gateway writes as the standard says; whoever writes otherwise is no subject of a load test.
        return length >= 0 && end <= bytes.count ? end : nil
    }

    /// The QN that an answer 9014 is about: in the head, or of devices of 2005 in the content. Nil for anything else.
    private static func answeredNumber(in frame: ArraySlice<UInt8>) -> UInt64? {
        let start = frame.startIndex + 6
        if frame.count > 41, frame[start..<(start + 3)].elementsEqual(name),
            frame[(start + 20)..<(start + 35)].elementsEqual(mark)
        {
            return frame[(start + 3)..<(start + 20)].reduce(0) { $0 &* 10 &+ UInt64($1 &- 48) }
        }
        guard let packet = Packet(record: Array(frame)), packet.commandNumber == .dataAnswer else { return nil }
        return packet.exchangeNumber.flatMap { UInt64($0.string) }
    }

    private static let name = Array("QN=".utf8)
    private static let mark = Array(";ST=91;CN=9014;".utf8)
}

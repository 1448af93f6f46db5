@testable import HJ212

/// Plays one exchange in virtual time and writes down what passes: `→` ours, `←` the device's, `·` what is told.
struct Transcript {
    private(set) var lines: [String] = []
    private(set) var exchange: Exchange
    private var now: Int64 = 0
    private let qn: String

    init(_ message: Message, dialect: Dialect = .v2017, timing: ExchangeTiming = ExchangeTiming()) throws {
        qn = "20240601085857223"
        let address = DeviceAddress(mn: "A1", password: "123456", systemType: .waterSource, dialect: dialect)
        let bytes = try PacketWriter.frame(of: message, to: address, qn: qn)
        let (exchange, actions) = Exchange.begin(message, qn: qn, mn: "A1", bytes: bytes, timing: timing, now: 0)
        self.exchange = exchange
        write(actions)
    }

    /// The device sends something: `CN` and content, by default as an answer with the number of the request.
    mutating func device(
        _ command: Int, _ content: String = "", at seconds: Int64, qn: String? = nil, mn: String = "a1",
        old: Bool = false
    ) throws {
        now = seconds * 1000
        let number = qn ?? self.qn
        let head = old ? "" : "QN=\(number);"
        let body = old ? "QN=\(number)" + (content.isEmpty ? "" : ";" + content) : content
        let segment = "\(head)ST=32;CN=\(command);PW=123456;MN=\(mn);Flag=\(old ? 0 : 4);CP=&&\(body)&&"
        let frame = try PacketWriter.frame(ofSegment: Array(segment.utf8))
        lines.append("\(seconds)s ← \(command) \(content)")
        for packet in Packet.all(in: frame) { write(exchange.handle(.received(packet), now: now)) }
    }

    mutating func clock(at seconds: Int64) {
        now = seconds * 1000
        write(exchange.handle(.clock, now: now))
    }

    mutating func cancel(at seconds: Int64) {
        now = seconds * 1000
        write(exchange.handle(.cancelled, now: now))
    }

    private mutating func write(_ actions: [Exchange.Action]) {
        for action in actions { lines.append("\(now / 1000)s \(Self.text(action))") }
    }

    static func text(_ action: Exchange.Action) -> String {
        switch action {
        case .send(let bytes): "→ " + (Packet.all(in: bytes).first?.commandNumber?.text ?? "?")
        case .wake(let time): "· wake \(time / 1000)s"
        case .accepted: "· accepted"
        case .data(let packet): "· data \(packet.content.string)"
        case .ended(.finished(let result)): "· finished \(result.rawValue)"
        case .ended(.refused(let result)): "· refused \(result.rawValue)"
        case .ended(let outcome): "· \(outcome)"
        case .late(let result): "· late \(result.rawValue)"
        }
    }
}

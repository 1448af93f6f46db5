import HJ212
import Ledger
import Storage

/// What is recorded when a command has ended.
struct CommandEnding: Sendable {
    /// Addresses kept of a history of many packets; all are in the log under the device and the time.
    static let greatestAddressCount = 50
    /// Values kept of an answer: parameters of a device, not its data.
    static let greatestValueCount = 40
    /// Whatever a device writes, so much is kept of a name or value, in bytes.
    static let greatestTextBytes = 200

    var outcome: CommandOutcome
    /// Why it could not be sent; empty otherwise.
    var detail = ""
    var dialect: Dialect?
    var answer: [String: String] = [:]
    var drift: Int64?
    var roundTrip: Int64?
    var sent: [PacketAddress] = []
    var received: [PacketAddress] = []
    var receivedCount = 0

    /// Takes note of a packet of the device.
    mutating func add(_ address: PacketAddress) {
        receivedCount += 1
        if received.count < Self.greatestAddressCount { received.append(address) }
    }

    /// Takes the values of an answer; its number is in the record already.
    mutating func add(valuesOf packet: Packet) {
        for pair in packet.groups.joined() where answer.count < Self.greatestValueCount {
            let name = pair.name.string
            guard !pair.isSecret, name.uppercased() != "QN", (1...Self.greatestTextBytes).contains(name.utf8.count)
            else { continue }
            let value = pair.value?.string ?? ""
            answer[name] = value.utf8.count <= Self.greatestTextBytes ? value : String(value.prefix(60)) + "…"
        }
    }

    var members: [String: CanonicalValue] {
        [
            "outcome": .string(outcome.name), "code": outcome.code.map { .integer(Int64($0)) } ?? .null,
            "words": .string(detail.isEmpty ? outcome.words(in: dialect) : detail),
            "answer": .object(answer.mapValues(CanonicalValue.string)),
            "drift": drift.map(CanonicalValue.integer) ?? .null,
            "roundTrip": roundTrip.map(CanonicalValue.integer) ?? .null,
            "sent": .array(sent.prefix(Self.greatestAddressCount).map { .integer($0.rawValue) }),
            "received": .array(received.map { .integer($0.rawValue) }),
            "receivedCount": .integer(Int64(receivedCount)),
        ]
    }
}

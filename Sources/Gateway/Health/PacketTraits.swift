import HJ212
import Storage

/// What the health of a device takes from one packet, whoever reads it and whenever.
struct PacketTraits {
    /// Times are believed so far ahead of ours, in seconds, and as far back as `greatestAgeSeconds`.
    static let greatestLeadSeconds: Int64 = 600
    /// 2005-01-01T00:00:00+08:00: before the first edition of the protocol no device could have measured.
    static let earliestSeconds: Int64 = 1_104_508_800
    /// A device keeps a year of data (HJ 212-2017); what is older is counted, but not by hour.
    static let greatestAgeSeconds: Int64 = 400 * 86_400

    let kind: PacketClass
    let version: ProtocolVersion
    /// The number of the exchange, when it is one of 17 digits.
    let number: Int64?
    /// The time of the data in seconds since 1970-01-01T00:00:00Z; nil when there is none.
    let time: Int64?
    let isWrongTime: Bool
    /// How long after the end of its period it came, in seconds; nil without a time.
    let lateSeconds: Int64?
    let isResent: Bool
    let isPart: Bool
    /// How far the device's clock is ahead of ours by the number of the exchange, in milliseconds; nil when it is not the
    /// device that made the number.
    let driftMilliseconds: Int64?

    init(_ packet: Packet, receivedMilliseconds received: Int64) {
        let command = packet.commandNumber
        kind = PacketClass(command)
        version = packet.version
        let digits = packet.exchangeNumber.flatMap { $0.bytes.count == 17 ? $0.integer : nil }
        number = digits.map(Int64.init)
        let sent = packet.exchangeNumber.flatMap { DataTime(digits: $0.bytes) }
        isPart = packet.part != nil
        guard kind != .other else {
            time = nil
            isWrongTime = false
            lateSeconds = nil
            isResent = packet.isResent
            // Answers carry the number of our question.
            let isOwn = command.map { !$0.isAnswer } ?? false
            driftMilliseconds = isOwn && !isResent ? Self.drift(sent, digits, received) : nil
            return
        }
        let found = packet.dataTime ?? (kind == .realtime && packet.parameter("DataTime") == nil ? sent : nil)
        let seconds = received / 1000
        guard let label = found?.unixSeconds, label >= Self.earliestSeconds, label <= seconds + Self.greatestLeadSeconds
        else {
            time = nil
            isWrongTime = true
            lateSeconds = nil
            isResent = packet.isResent
            driftMilliseconds = isResent ? nil : Self.drift(sent, digits, received)
            return
        }
        let period = kind.periodSeconds(isSurfaceWater: packet.systemType == .surfaceWater)
        let late = max(0, seconds - label - period)
        time = label
        isWrongTime = false
        lateSeconds = late
        isResent = packet.isResent || late > max(period, 600)
        driftMilliseconds = isResent ? nil : Self.drift(sent, digits, received)
    }

    private static func drift(_ sent: DataTime?, _ digits: Int?, _ received: Int64) -> Int64? {
        guard let sent, let digits else { return nil }
        return sent.unixSeconds * 1000 + Int64(digits % 1000) - received
    }
}

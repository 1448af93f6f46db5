package import HJ212

/// What a packet reports, as the health of a device is kept.
package enum PacketClass: Int, Sendable, CaseIterable {
    /// CN 2011.
    case realtime
    /// CN 2051.
    case minute
    /// CN 2061.
    case hour
    /// CN 2031.
    case day
    /// All else: heartbeats, states, answers to commands.
    case other

    package init(_ command: CommandNumber?) {
        switch command {
        case .some(.realtimeData): self = .realtime
        case .some(.minuteData): self = .minute
        case .some(.hourData): self = .hour
        case .some(.dayData): self = .day
        default: self = .other
        }
    }

    /// Those whose last packet is remembered.
    package static let data: [PacketClass] = [.realtime, .minute, .hour, .day]

    /// The name of its columns.
    var name: String {
        switch self {
        case .realtime: "realtime"
        case .minute: "minute"
        case .hour: "hourly"
        case .day: "daily"
        case .other: "other"
        }
    }

    /// How long after its label a packet can be complete at the earliest, in seconds. The label names the start of the
    /// period; stations of surface water report every four hours (HJ 915). What a device was registered with does not
    /// count here: it would make yesterday's packets late or not by what is recorded today.
    func periodSeconds(isSurfaceWater: Bool) -> Int64 {
        switch self {
        case .realtime, .other: 0
        case .minute: 600
        case .hour: isSurfaceWater ? 14_400 : 3_600
        case .day: 86_400
        }
    }
}

/// How far the clock of a device is off, from the numbers of its exchanges against their arrival: the median of the last
/// hour, which neither a packet sent again nor a slow line moves.
public struct DriftMonitor: Sendable {
    /// Over how long the median is taken, in milliseconds.
    public static let window: Int64 = 3_600_000
    /// Packets remembered: one every fifteen seconds.
    static let mostSamples = 240

    private var samples: [(arrival: Int64, drift: Int64)] = []

    /// Nothing is known.
    public init() {}

    /// Takes a packet of the device itself; answers of ours carry our own numbers, and packets sent again old ones.
    public mutating func add(_ packet: Packet, arrival: Int64) {
        guard packet.commandNumber?.isAnswer == false, !packet.isResent, let number = packet.head(.qn)?.bytes,
            number.count == 17, let time = DataTime(digits: number), let rest = ASCII.decimalValue(number.suffix(3))
        else { return }
        samples.append((arrival, time.unixSeconds * 1000 + Int64(rest) - arrival))
        samples.removeAll { $0.arrival < arrival - Self.window }
        if samples.count > Self.mostSamples { samples.removeFirst() }
    }

    /// By how much the device is ahead, in milliseconds; nil when nothing came within the hour before.
    public func median(now: Int64) -> Int64? {
        let recent = samples.filter { $0.arrival >= now - Self.window }.map(\.drift).sorted()
        return recent.isEmpty ? nil : recent[recent.count / 2]
    }
}

@testable import Storage

/// Packets out of a seed: the same seed gives the same packets.
struct MadeUpPackets {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    static let devices = ["MN-A", "MN-B", "MN-C", "", String(repeating: "长", count: 100)]
    /// The device of a made-up packet: what stands before the first semicolon, in upper case.
    static let key = PacketKey(version: 1) { raw in
        String(decoding: raw.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self).uppercased()
    }

    /// A number below a bound (SplitMix64).
    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    /// A packet received about a second after the last one, sometimes long before it: clocks are set back.
    mutating func entry(_ number: Int) -> PacketEntry {
        let device = Self.devices[next(below: Self.devices.count)]
        let jitter = Int64(next(below: 30_000)) - 15_000
        let length = next(below: 20) == 0 ? next(below: 3_000) : next(below: 200)
        let repeated = Array("a34004-Rtd=\(next(below: 90)),a34004-Flag=N;".utf8)
        let noise = (0..<8).map { _ in UInt8(next(below: 256)) }
        let content = (0..<length).map { $0 < 8 ? noise[$0] : repeated[$0 % repeated.count] }
        return PacketEntry(
            receivedMilliseconds: 1_795_000_000_000 + Int64(number) * 1_000 + jitter,
            peer: "10.0.0.\(next(below: 9)):\(1_000 + next(below: 9))", verdict: UInt8(next(below: 6)),
            raw: Array((next(below: 2) == 0 ? device : device.lowercased()).utf8) + [UInt8(ascii: ";")] + content)
    }
}

import Gateway
import Registry
import Standards

/// A device that is bound or ever sent, and for how long it has been silent.
struct DeviceState {
    /// In upper case; empty for packets without a number.
    let mn: String
    let health: DeviceHealth?
    let binding: DeviceBinding?
    /// Seconds since its last packet; nil when it never sent one.
    let silence: Int64?

    init(_ mn: String, _ health: DeviceHealth?, _ binding: DeviceBinding?, now: Instant) {
        self.mn = mn
        self.health = health
        self.binding = binding
        silence = health.map { max(0, Instant(milliseconds: $0.lastReceivedMilliseconds).seconds(until: now)) }
    }

    /// Whether one and a half of its periods passed without a packet; stations for water report every four hours.
    var isSilent: Bool {
        guard let silence else { return true }
        return silence * 2 > Int64(binding?.hourSeconds ?? 3_600) * 3
    }

    /// Packets that could not be used.
    var badCount: Int { health.map { $0.wrongChecksums + $0.broken } ?? 0 }

    /// 在线, 静默 5 小时, 从未上线.
    var text: String {
        guard let silence else { return "从未上线" }
        if !isSilent { return "在线" }
        return silence < 172_800 ? "静默 \(silence / 3_600) 小时" : "静默 \(silence / 86_400) 天"
    }
}

/// The keys of one device (HJ 212-2025, key rotation by 1014).
///
/// While a new key is on its way the old one stays valid until the device confirms; afterwards packets that were made
/// before can still arrive, so the key it replaced is kept for reading until it is dropped.
public struct KeyRing: Sendable, Hashable {
    /// Which key of the ring a packet was made with.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// The valid one.
        case current
        /// Sent to the device and not confirmed: a device that already uses it has taken it.
        case proposed
        /// Replaced; the device should not use it for new packets.
        case former
    }

    /// The valid key; nil before the first is known.
    public private(set) var current: CipherKey?
    /// The key that waits for confirmation.
    public private(set) var proposed: CipherKey?
    /// The key that `current` replaced.
    public private(set) var former: CipherKey?

    /// A ring with one key, or with none.
    public init(current: CipherKey? = nil) { self.current = current }

    /// The key to write with: the valid one, also while another waits.
    public var forWriting: CipherKey? { current }

    /// The keys in the order in which they are tried.
    public var keys: [(role: Role, key: CipherKey)] {
        [(Role.current, current), (.proposed, proposed), (.former, former)].compactMap { role, key in
            key.map { (role, $0) }
        }
    }

    /// A new key goes to the device. One that was waiting is given up.
    public mutating func propose(_ key: CipherKey) { proposed = key == current ? nil : key }

    /// The device confirmed the new key (9012, or a packet made with it). Nothing happens when none waits.
    public mutating func confirm() {
        guard let proposed else { return }
        former = current
        current = proposed
        self.proposed = nil
    }

    /// The device refused the new key or did not answer: the old one stays.
    public mutating func withdraw() { proposed = nil }

    /// Packets made with the replaced key are no longer read.
    public mutating func dropFormer() { former = nil }
}

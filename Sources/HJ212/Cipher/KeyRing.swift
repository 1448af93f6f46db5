/// The keys of one device (HJ 212-2025, key rotation by 1014).
///
/// While a new key is on its way the old one stays valid until the device confirms; afterwards packets that were made
/// before can still arrive, so the keys before it are kept for reading: what lies in a log is read again years later.
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
    /// The keys before `current`, and those that were proposed and never confirmed, the newest first: what was made with
    /// them stays readable.
    public private(set) var former: [CipherKey]

    /// A ring with the keys of a device, or with none.
    public init(current: CipherKey? = nil, proposed: CipherKey? = nil, former: [CipherKey] = []) {
        self.current = current
        self.proposed = proposed
        self.former = former
    }

    /// The key to write with: the valid one, also while another waits.
    public var forWriting: CipherKey? { current }

    /// The keys in the order in which they are tried.
    public var keys: [(role: Role, key: CipherKey)] {
        [(Role.current, current), (.proposed, proposed)].compactMap { role, key in key.map { (role, $0) } }
            + former.map { (.former, $0) }
    }

    /// A new key goes to the device. One that was waiting is kept for reading: the device may have taken it.
    public mutating func propose(_ key: CipherKey) {
        if let proposed, proposed != key { former.insert(proposed, at: 0) }
        proposed = key == current ? nil : key
    }

    /// The device confirmed the new key (9012, or a packet made with it). Nothing happens when none waits.
    public mutating func confirm() {
        guard let proposed else { return }
        if let current { former.insert(current, at: 0) }
        current = proposed
        self.proposed = nil
    }

    /// Reads packets with the keys of another ring too.
    public mutating func alsoRead(with other: KeyRing) {
        let known = keys.map(\.key)
        former += other.keys.map(\.key).filter { !known.contains($0) }
    }
}

/// What the receiver makes of a packet of a device whose profile it knows.
public struct Judgement: Sendable {
    /// Whether the content may be used.
    public enum Verdict: Sendable, Hashable {
        /// Its data may be used.
        case accepted
        /// Kept aside and never used until a person has looked. Answered nevertheless, because the device would repeat it
        /// for ever and hold back newer data; but not when its device or password is in doubt, for then nobody may be told
        /// that the data are safe with us.
        case quarantined(Reason)
        /// Kept as evidence only and not answered.
        case refused(Reason)
    }

    /// Why the content may not be used. The raw values are names for programs and never change.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case broken, wrongChecksum, segmentTooLong, cipherMalformed, keyMissing, keyWrong
        case deviceMissing, commandMissing, wrongPassword
        case timeMissing, timeImpossible, timeAhead, timeBefore2005, timeOfDefaultClock
    }

    /// What is sent back once the packet is on disk.
    public enum Answer: Sendable, Hashable {
        case data
        case notice
    }

    /// Whether the content may be used.
    public let verdict: Verdict
    /// The packet, deciphered where it was ciphered and a key fitted.
    public let packet: Packet
    /// The moment, or the start of the period, whatever the device labels with; nil when there is none.
    public let time: DataTime?
    /// What was let pass.
    public let tolerances: [Tolerance]
    /// What is sent back; nil when nothing is.
    public let answer: Answer?
    /// Whether a measurement can be read from it: accepted and of a command that carries some.
    public var holdsData: Bool { verdict == .accepted && packet.commandNumber?.isMeasurement == true }
}

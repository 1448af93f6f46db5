/// The bounds of this module, each with its reason.
public enum Limits {
    /// The largest frame and the most bytes kept of an unfinished one: 64 KiB less one, in bytes.
    ///
    /// The length field can say 9999 and an encrypted segment is five times its plain text (about 5 × 950), so nothing
    /// honest comes near; a sender that never ends its frame must not grow our memory. Positions inside a packet then
    /// also fit 16 bits, which halves the size of a parsed packet.
    public static let frameBytes = 65_535

    /// The largest data segment the standard allows unsplit, in bytes (HJ 212-2017). Devices in the field exceed
    /// it (1025 and 1623 seen), so it is reported and not refused.
    public static let standardSegmentBytes = 1024

    /// The largest data segment a four-digit length can name, in bytes: the most our own writer builds.
    public static let writableSegmentBytes = 9999

    /// Bytes without any `##` after which a connection is not a device (port scanner, HTTP, TLS hello) and may be closed.
    public static let noiseBytesBeforeClosing = 4096

    /// Seconds after which the rest of a cut frame is given up, when nothing more of it arrived.
    ///
    /// A device repeats an unanswered packet after 10 s; three such times without a byte mean that the line was lost.
    public static let partialFrameSeconds = 30

    /// Seconds after the last part in which the other parts of a split packet are waited for: six times the ten seconds
    /// after which a device repeats what was not answered.
    public static let splitWindowSeconds: Int64 = 60

    /// Split packets followed at the same time, by one holder of `SplitGroups`.
    public static let openSplitGroups = 256

    /// The most parts a split packet may have: what four digits of PNUM can say (HJ 212-2017, table 3).
    public static let splitParts = 9999

    /// Requests that may wait for one device: a month of hours in slices of a day, and some of a person.
    public static let queuedRequests = 64

    /// Ended exchanges of a device whose late results are still recognised.
    public static let rememberedExchanges = 8

    /// Clear characters that may follow the ciphered blocks of HJ 212-2025: a block has 16, so at most 15 are left over.
    static let clearTailBytes = 15

    /// Digits of a length field we still read as one. Four are right; one to five are seen.
    static let lengthDigits = 1...5

    /// Characters between `##` and a known field name that we are ready to take for a spoiled length field.
    static let spoiledLengthBytes = 6

    /// The longest name of the first field: with it `##0171NAME=` is recognised as the start of a frame.
    static let firstNameBytes = 12
}

/// How one device is to be understood: a value that a person sets and that is kept with the device's record. Whatever
/// deviates from the standard and is let pass is let pass here, by name (`Tolerance`), and never silently.
public struct DeviceProfile: Sendable, Hashable {
    /// What the label of a period names.
    public enum TimeLabel: String, Sendable, Hashable, CaseIterable {
        /// The start, as HJ 212 wants it.
        case start
        /// The end, as the feeds of ambient air and some devices of 2005 have it.
        case end
    }

    /// When data are answered with 9014.
    public enum AnswerPolicy: String, Sendable, Hashable, CaseIterable {
        /// When bit 0 of `Flag` asks for it.
        case asAsked
        /// Never: for devices that choke on answers.
        case never
    }

    /// The form of the protocol.
    public var dialect: Dialect
    /// The maker whose extensions are expected; empty when none are.
    public var maker = ""
    /// Check values that are accepted besides right ones. A value without its leading zeros is the right one.
    public var checksums: Set<ChecksumMatch> = [.unpadded]
    /// What the label of a period names.
    public var timeLabel = TimeLabel.start
    /// Whether hour 24 is read as hour 0 of the next day.
    public var readsHour24 = false
    /// When data are answered.
    public var answers = AnswerPolicy.asAsked
    /// What 9021 and 9022 of makers are answered with: 9013 or 9014.
    public var makersAnswer = CommandNumber.noticeAnswer
    /// The password to insist on; nil lets any pass. It travels in clear and is no security.
    public var password: String?
    /// The system type of the station, for packets without one.
    public var systemType: SystemType?
    /// Length of the period of 2051 in minutes.
    public var minuteInterval = 10
    /// Length of the period of 2061 in hours: four at many water stations.
    public var hourInterval = 1
    /// By how many powers of ten a factor's values are shifted to come to the unit of the code table: -3 for a device
    /// that sends µg where the table has mg. Keys are codes in lower case.
    public var powersOfTen: [String: Int] = [:]
    /// Codes of the device, in lower case, and what they stand for: `pm25` → `a34004`.
    public var aliases: [String: String] = [:]
    /// The keys of SM4 (HJ 212-2025).
    public var keys = KeyRing()
    /// What the length field of ciphered packets to the device counts.
    public var cipherLength = PacketWriter.CipherLength.plain
    /// How far the clock of the device may run ahead, in seconds, before its data are set aside.
    public var greatestLeadSeconds: Int64 = 600

    /// The profile of a device that keeps to its standard.
    public init(_ dialect: Dialect) { self.dialect = dialect }

    /// The code a device's code stands for, in lower case where it is an alias.
    public func code(for sent: FieldText) -> String {
        let text = sent.string
        return aliases[text.lowercased()] ?? text
    }

    /// How many powers of ten a factor's values are shifted by.
    public func powerOfTen(for sent: FieldText) -> Int {
        powersOfTen[sent.string.lowercased()] ?? powersOfTen[code(for: sent).lowercased()] ?? 0
    }

    /// Length of the period that a command's data are of, in seconds; nil for moments.
    public func periodSeconds(of command: CommandNumber) -> Int64? {
        switch command {
        case .minuteData: Int64(minuteInterval) * 60
        case .hourData: Int64(hourInterval) * 3600
        case .dayData, .plantRunTime: 86_400
        default: nil
        }
    }

    /// What a label of hour data names, from the time its packet was made: data labelled with the start cannot be sent
    /// before the hour is over. Nil when it cannot be told, as for data sent again.
    public static func guessedLabel(hourLabel: DataTime, sent: DataTime) -> TimeLabel? {
        let lag = sent.unixSeconds - hourLabel.unixSeconds
        if (0..<1800).contains(lag) { return .end }
        return (3600..<5400).contains(lag) ? .start : nil
    }
}

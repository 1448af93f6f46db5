/// The field `QnRtn` of 9011: whether a request is accepted (HJ 212-2017).
public struct RequestResult: RawRepresentable, Sendable, Hashable {
    /// The number as sent.
    public let rawValue: Int

    /// A result from its number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Ready to carry the request out.
    public static let ready = RequestResult(rawValue: 1)
    /// Refused.
    public static let refused = RequestResult(rawValue: 2)
    /// The password is wrong.
    public static let wrongPassword = RequestResult(rawValue: 3)
    /// The device number is wrong.
    public static let wrongDevice = RequestResult(rawValue: 4)
    /// The system type is wrong.
    public static let wrongSystemType = RequestResult(rawValue: 5)
    /// The flag is wrong.
    public static let wrongFlag = RequestResult(rawValue: 6)
    /// The number of the exchange is wrong.
    public static let wrongExchangeNumber = RequestResult(rawValue: 7)
    /// The command is wrong.
    public static let wrongCommand = RequestResult(rawValue: 8)
    /// The check value is wrong.
    public static let wrongChecksum = RequestResult(rawValue: 9)
    /// Unknown.
    public static let unknown = RequestResult(rawValue: 100)

    /// What a number says, which depends on the dialect.
    public enum Meaning: String, Sendable, Hashable, CaseIterable {
        case ready, refused, wrongPassword, wrongDevice, wrongSystemType, wrongFlag, wrongExchangeNumber, wrongCommand
        case wrongChecksum, busy, unknown
    }

    /// What the number says in a dialect: 2005 knows three numbers, and for surface water 9 is busy and 99 the check value.
    public func meaning(in dialect: Dialect) -> Meaning {
        switch (rawValue, dialect) {
        case (1, _): .ready
        case (2, _): .refused
        case (3, _): .wrongPassword
        case (_, .v2005): .unknown
        case (4, _): .wrongDevice
        case (5, _): .wrongSystemType
        case (6, _): .wrongFlag
        case (7, _): .wrongExchangeNumber
        case (8, _): .wrongCommand
        case (9, .surfaceWater2017): .busy
        case (99, .surfaceWater2017): .wrongChecksum
        case (9, _): .wrongChecksum
        default: .unknown
        }
    }
}

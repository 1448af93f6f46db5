/// The field `CN`: what a message is about (HJ 212-2017, table 9; 2025 additions).
public struct CommandNumber: RawRepresentable, Sendable, Hashable {
    /// The number, 0–9999.
    public let rawValue: Int

    /// A command from its number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// 1011: read the clock.
    public static let readClock = CommandNumber(rawValue: 1011)
    /// 1012: set the clock.
    public static let setClock = CommandNumber(rawValue: 1012)
    /// 1013: a device asks for its clock to be set.
    public static let clockNotice = CommandNumber(rawValue: 1013)
    /// 1014: the key of SM4 (2025); the clock of the logger in the protocol for surface water.
    public static let keyExchange = CommandNumber(rawValue: 1014)
    /// 2011: realtime data.
    public static let realtimeData = CommandNumber(rawValue: 2011)
    /// 2021: state of treatment plant.
    public static let plantState = CommandNumber(rawValue: 2021)
    /// 2031: data of a day.
    public static let dayData = CommandNumber(rawValue: 2031)
    /// 2041: run time of treatment plant in a day.
    public static let plantRunTime = CommandNumber(rawValue: 2041)
    /// 2051: data of some minutes.
    public static let minuteData = CommandNumber(rawValue: 2051)
    /// 2061: data of an hour.
    public static let hourData = CommandNumber(rawValue: 2061)
    /// 2081: the logger was started.
    public static let loggerStart = CommandNumber(rawValue: 2081)
    /// 9011: a request is accepted or refused (`QnRtn`).
    public static let requestAnswer = CommandNumber(rawValue: 9011)
    /// 9012: a request was carried out (`ExeRtn`).
    public static let executionResult = CommandNumber(rawValue: 9012)
    /// 9013: a notice was received.
    public static let noticeAnswer = CommandNumber(rawValue: 9013)
    /// 9014: data were received.
    public static let dataAnswer = CommandNumber(rawValue: 9014)
    /// 9015: heartbeat (2025), answered with 9013.
    public static let heartbeat = CommandNumber(rawValue: 9015)
    /// 9021: sign-in of some makers.
    public static let makersSignIn = CommandNumber(rawValue: 9021)
    /// 9022: heartbeat or sign-off of some makers.
    public static let makersHeartbeat = CommandNumber(rawValue: 9022)

    /// Whether a message carries measured values: 2011, 2031, 2051, 2061.
    public var isMeasurement: Bool {
        switch self {
        case .realtimeData, .dayData, .minuteData, .hourData: true
        default: false
        }
    }

    /// Whether a message answers another one, so that it is never answered itself: 9011–9014.
    public var isAnswer: Bool { (9011...9014).contains(rawValue) }

    /// Four digits, as in `CN`.
    public var text: String {
        let digits = String(rawValue)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

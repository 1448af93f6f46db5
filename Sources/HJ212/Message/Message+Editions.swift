/// What only some dialects know.
extension Message {
    // MARK: HJ/T 212-2005

    /// 1021: the limits beyond which a device of 2005 alarms.
    public static func readAlarmLimits(_ factor: String) -> Message {
        Message(1021, .request, items(["PolId": factor]))
    }

    /// 1022: sets the limits beyond which a device of 2005 alarms.
    public static func setAlarmLimits(_ factor: String, low: String, high: String) -> Message {
        Message(
            1022, .request,
            items(["PolId": factor]) + [.group([Pair("\(factor)-LowValue", low), Pair("\(factor)-UpValue", high)])])
    }

    /// 1031: to whom a device of 2005 alarms.
    public static let readAlarmTarget = Message(1031, .request)
    /// 1032: to whom a device of 2005 alarms.
    public static func setAlarmTarget(_ target: String) -> Message {
        Message(1032, .request, items(["AlarmTarget": target]))
    }

    /// 1041: when a device of 2005 reports.
    public static let readReportTime = Message(1041, .request)
    /// 1042: when a device of 2005 reports, four digits.
    public static func setReportTime(_ time: String) throws(MessageError) -> Message {
        guard time.utf8.count == 4, time.utf8.allSatisfy(ASCII.isDigit) else {
            throw MessageError(code: .outOfRange, field: "ReportTime", value: time)
        }
        return Message(1042, .request, items(["ReportTime": time]))
    }

    // MARK: HJ 212-2025

    /// 1002: the MN that the platform assigned, 24 characters.
    public static func assignNumber(_ mn: String) throws(MessageError) -> Message {
        guard mn.utf8.count == 24, mn.utf8.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) }) else {
            throw MessageError(code: .outOfRange, field: "i23005-Info", value: mn)
        }
        return Message(1002, .request, items(["i23005-Info": mn]))
    }

    /// 1014: a new key. `creation` is the time of the key with milliseconds, in the form of `QNSequence`.
    ///
    /// What is left over from whole blocks stays clear in HJ 212-2025: here that are the last five characters of the key.
    /// Send it over private lines only.
    public static func setKey(_ key: CipherKey, creation: String) throws(MessageError) -> Message {
        guard let text = key.text else { throw MessageError(code: .outOfRange, field: "NewSK", value: "") }
        return Message(1014, .request, [.group([Pair("SKCreateTime", creation), Pair("NewSK", text)])])
    }

    /// 3022: keeps a sample now.
    public static func keepSampleNow(_ factor: String) -> Message { Message(3022, .request, items(["PolId": factor])) }
    /// 3024: begins a check with a standard.
    public static func startCheck(_ factor: String) -> Message { Message(3024, .request, items(["PolId": factor])) }

    // MARK: Surface water

    /// The clock of the logger itself: 1011, or 1014 of surface water, where 1011 is the clock of an instrument.
    public static func readLoggerClock(in dialect: Dialect) -> Message {
        dialect == .surfaceWater2017 ? Message(1014, .request) : .readClock()
    }

    /// Sets the clock of the logger itself: 1012, or 1015 of surface water, where 1012 is the clock of an instrument.
    public static func setLoggerClock(to time: DataTime, in dialect: Dialect) -> Message {
        dialect == .surfaceWater2017
            ? Message(1015, .request, items(["SystemTime": time.text])) : .setClock(to: time)
    }

    // MARK: Everything else

    /// A request whose parameters the open sources do not tell, such as those of the protocol for surface water: the pairs
    /// come from the document of the maker or of the station network.
    public static func request(_ command: CommandNumber, _ pairs: KeyValuePairs<String, String>) -> Message {
        Message(command.rawValue, .request, [.items(pairs.map { Pair($0.key, $0.value) })])
    }
}

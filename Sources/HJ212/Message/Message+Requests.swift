/// What the platform asks of a device (HJ 212-2017, table 9).
extension Message {
    /// 1000: time-out (1–99 s) and repeats (1–99) of the device.
    public static func setTimeOut(seconds: Int, repeats: Int) throws(MessageError) -> Message {
        Message(
            1000, .request,
            items([
                "OverTime": try number(seconds, "OverTime", in: 1...99),
                "ReCount": try number(repeats, "ReCount", in: 1...99),
            ]))
    }

    /// 1011: the clock of the logger, or of the instrument of a factor.
    public static func readClock(of factor: String? = nil) -> Message {
        Message(1011, .request, items(["PolId": factor]))
    }

    /// 1012: sets the clock of the logger, or of the instrument of a factor.
    public static func setClock(to time: DataTime, of factor: String? = nil) -> Message {
        Message(1012, .request, items(["PolId": factor, "SystemTime": time.text]))
    }

    /// 1061: the interval of realtime data.
    public static let readRealtimeInterval = Message(1061, .request)

    /// 1062: the interval of realtime data, 30–3600 s.
    public static func setRealtimeInterval(seconds: Int) throws(MessageError) -> Message {
        Message(1062, .request, items(["RtdInterval": try number(seconds, "RtdInterval", in: 30...3600)]))
    }

    /// 1063: the interval of minute data.
    public static let readMinuteInterval = Message(1063, .request)

    /// Intervals of minute data that the standard allows, in minutes: those that divide an hour.
    public static let minuteIntervals: Set<Int> = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30]

    /// 1064: the interval of minute data.
    /// - Throws: `MessageError` when it is not one of `minuteIntervals`.
    public static func setMinuteInterval(minutes: Int) throws(MessageError) -> Message {
        guard minuteIntervals.contains(minutes) else {
            throw MessageError(code: .outOfRange, field: "MinInterval", value: String(minutes))
        }
        return Message(1064, .request, items(["MinInterval": String(minutes)]))
    }

    /// 1072: a new access password, six characters. No security: it travels in clear.
    public static func setPassword(_ password: String) throws(MessageError) -> Message {
        guard password.utf8.count == 6, password.utf8.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) }) else {
            throw MessageError(code: .outOfRange, field: "NewPW", value: "")
        }
        return Message(1072, .request, items(["NewPW": password]))
    }

    /// 2011: begins to send realtime data.
    public static let startRealtime = Message(2011, .request)
    /// 2012: ends realtime data.
    public static let stopRealtime = Message(2012, .notice)
    /// 2021: begins to send the state of treatment plant.
    public static let startPlantState = Message(2021, .request)
    /// 2022: ends the state of treatment plant.
    public static let stopPlantState = Message(2022, .notice)

    /// What can be asked for by period.
    public enum History: Int, Sendable, Hashable, CaseIterable {
        /// Data of days; run time of plant in a day; data of minutes; data of hours.
        case days = 2031, plantRunTime = 2041, minutes = 2051, hours = 2061
        /// Batch data of 2025; single noise measurements of 2025; checks with standards of 2025, check data of surface
        /// water.
        case batches = 2013, noise = 2052, checks = 2062
        /// Power data of 2025, which are asked for by the command of realtime data with a period.
        case power = 2011
        /// Alarms of 2005.
        case alarms = 2071
        /// Of surface water: recovery of spikes, parallel samples, checks at zero and at span.
        case spikes = 2063, parallels = 2064, zeroChecks = 2065, spanChecks = 2066
    }

    /// History of a period. Both labels are included; equal ones ask for one record.
    public static func history(_ kind: History, from begin: DataTime, through end: DataTime) throws(MessageError)
        -> Message
    {
        guard begin <= end else { throw MessageError(code: .outOfRange, field: "EndTime", value: end.text) }
        return Message(kind.rawValue, .request, [.range(begin, end)])
    }

    /// What 3011 calibrates; 2017 and before know no choice.
    public enum Calibration: Int, Sendable, Hashable, CaseIterable { case zero, span }

    /// 3011: calibration at zero or span.
    public static func calibrate(_ factor: String, _ calibration: Calibration? = nil) -> Message {
        var pairs = [Pair("PolId", factor)]
        if let calibration { pairs.append(Pair("CalibrationType", String(calibration.rawValue))) }
        return Message(3011, .request, [.group(pairs)])
    }

    /// 3012: takes a sample now.
    public static func sample(_ factor: String) -> Message { Message(3012, .request, items(["PolId": factor])) }
    /// 3013: cleans or blows back.
    public static func clean(_ factor: String) -> Message { Message(3013, .request, items(["PolId": factor])) }
    /// 3014: takes a sample for comparison.
    public static func compare(_ factor: String) -> Message { Message(3014, .request, items(["PolId": factor])) }
    /// 3015: keeps a sample of an exceedance.
    public static let keepSample = Message(3015, .request)

    /// 3016: begin (`hhmmss`) and period (1–24 h) of sampling.
    public static func setSampling(_ factor: String, startTime: String, hours: Int) throws(MessageError) -> Message {
        guard DataTime(digits: Array("20000101\(startTime)".utf8)) != nil, startTime.utf8.count == 6 else {
            throw MessageError(code: .outOfRange, field: "CstartTime", value: startTime)
        }
        return Message(
            3016, .request,
            items(["PolId": factor, "CstartTime": startTime, "CTime": try number(hours, "CTime", in: 1...24)]))
    }

    /// 3017: begin and period of sampling.
    public static func readSampling(_ factor: String) -> Message { Message(3017, .request, items(["PolId": factor])) }
    /// 3018: time an analysis takes.
    public static func readAnalysisTime(_ factor: String) -> Message {
        Message(3018, .request, items(["PolId": factor]))
    }
    /// 3019: serial number of the instrument of a factor.
    public static func readSerialNumber(_ factor: String) -> Message {
        Message(3019, .request, items(["PolId": factor]))
    }

    /// 3020: information of the logger or of the instrument of a factor; logs with their period.
    public static func readInformation(
        _ info: String, of factor: String? = nil, period: ClosedRange<DataTime>? = nil
    ) -> Message {
        // The table prints `,` between the times of this command, and so do the examples of 2017 and 2025.
        let times = period.map {
            Piece.group([Pair("BeginTime", $0.lowerBound.text), Pair("EndTime", $0.upperBound.text)])
        }
        return Message(3020, .request, items(["PolId": factor, "InfoId": info]) + (times.map { [$0] } ?? []))
    }

    /// 3021: sets a parameter of the logger or of the instrument of a factor.
    public static func setParameter(_ info: String, to value: String, of factor: String? = nil) -> Message {
        Message(3021, .request, items(["PolId": factor, "InfoId": info, "\(info)-Info": value]))
    }

    static func number(_ value: Int, _ field: String, in range: ClosedRange<Int>) throws(MessageError) -> String {
        guard range.contains(value) else {
            throw MessageError(code: .outOfRange, field: field, value: String(value))
        }
        return String(value)
    }
}

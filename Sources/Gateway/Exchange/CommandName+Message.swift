import HJ212

extension CommandName {
    /// Which history a command asks for; nil for those that ask for none.
    var history: Message.History? {
        switch self {
        case .historyDays: .days
        case .historyPlantRunTime: .plantRunTime
        case .historyMinutes: .minutes
        case .historyHours: .hours
        case .historyAlarms: .alarms
        case .historyBatches: .batches
        case .historyNoise: .noise
        case .historyChecks: .checks
        case .historyPower: .power
        case .historySpikes: .spikes
        case .historyParallels: .parallels
        case .historyZeroChecks: .zeroChecks
        case .historySpanChecks: .spanChecks
        default: nil
        }
    }

    /// The message of a command, made when it is sent: what sets a clock says the time of now.
    ///
    /// - Parameters:
    ///   - values: by the names of the catalog.
    ///   - target: the time a clock is set to.
    ///   - secret: what a command sets that stands in no record.
    /// - Throws: `MessageError` for a value the standard does not allow or that is missing, and for what is not offered.
    func message(_ values: [String: String], dialect: Dialect, target: DataTime, secret: CommandSecret? = nil)
        throws(MessageError) -> Message
    {
        if let history {
            return try .history(history, from: Self.time(values, "begin"), through: Self.time(values, "end"))
        }
        switch self {
        case .readClock:
            return values["factor"].map { .readClock(of: $0) } ?? .readLoggerClock(in: dialect)
        case .setClock:
            return values["factor"].map { .setClock(to: target, of: $0) } ?? .setLoggerClock(to: target, in: dialect)
        case .readRealtimeInterval: return .readRealtimeInterval
        case .readMinuteInterval: return .readMinuteInterval
        case .startRealtime: return .startRealtime
        case .stopRealtime: return .stopRealtime
        case .startPlantState: return .startPlantState
        case .stopPlantState: return .stopPlantState
        case .keepSample: return .keepSample
        case .readAlarmTarget: return .readAlarmTarget
        case .readReportTime: return .readReportTime
        case .setPassword, .setKey:
            guard let secret else { throw MessageError(code: .noKey, field: rawValue, value: "") }
            return try secret.message
        default:
            if let setting = try setting(values) { return setting }
            return try ofFactor(values)
        }
    }

    /// Those that set something; nil for others.
    private func setting(_ values: [String: String]) throws(MessageError) -> Message? {
        switch self {
        case .setTimeout:
            try .setTimeOut(seconds: Self.number(values, "seconds"), repeats: Self.number(values, "repeats"))
        case .setRealtimeInterval: try .setRealtimeInterval(seconds: Self.number(values, "seconds"))
        case .setMinuteInterval: try .setMinuteInterval(minutes: Self.number(values, "minutes"))
        case .setSampling:
            try .setSampling(
                Self.text(values, "factor"), startTime: Self.text(values, "start"), hours: Self.number(values, "hours"))
        case .setParameter:
            .setParameter(try Self.text(values, "info"), to: try Self.text(values, "value"), of: values["factor"])
        case .readInformation: .readInformation(try Self.text(values, "info"), of: values["factor"])
        case .assignNumber: try .assignNumber(Self.text(values, "mn"))
        case .setAlarmLimits:
            .setAlarmLimits(
                try Self.text(values, "factor"), low: try Self.text(values, "low"), high: try Self.text(values, "high"))
        case .setAlarmTarget: .setAlarmTarget(try Self.text(values, "target"))
        case .setReportTime: try .setReportTime(Self.text(values, "time"))
        default: nil
        }
    }

    /// Those that are about one factor and nothing else.
    private func ofFactor(_ values: [String: String]) throws(MessageError) -> Message {
        let factor = try Self.text(values, "factor")
        switch self {
        case .calibrate: return .calibrate(factor)
        case .calibrateAt: return .calibrate(factor, try Self.text(values, "point") == "zero" ? .zero : .span)
        case .sample: return .sample(factor)
        case .clean: return .clean(factor)
        case .compare: return .compare(factor)
        case .readSampling: return .readSampling(factor)
        case .readAnalysisTime: return .readAnalysisTime(factor)
        case .readSerial: return .readSerialNumber(factor)
        case .keepSampleNow: return .keepSampleNow(factor)
        case .startCheck: return .startCheck(factor)
        case .readAlarmLimits: return .readAlarmLimits(factor)
        default: throw MessageError(code: .notWritable, field: rawValue, value: "")
        }
    }

    private static func text(_ values: [String: String], _ name: String) throws(MessageError) -> String {
        guard let text = values[name] else { throw MessageError(code: .outOfRange, field: name, value: "") }
        return text
    }

    private static func number(_ values: [String: String], _ name: String) throws(MessageError) -> Int {
        let text = try text(values, name)
        guard let number = Int(text) else { throw MessageError(code: .outOfRange, field: name, value: text) }
        return number
    }

    private static func time(_ values: [String: String], _ name: String) throws(MessageError) -> DataTime {
        let text = try text(values, name)
        guard let time = DataTime(digits: Array(text.utf8)) else {
            throw MessageError(code: .outOfRange, field: name, value: text)
        }
        return time
    }
}

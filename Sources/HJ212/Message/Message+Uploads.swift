/// What a device tells the platform (HJ 212-2017, table 9; 2025 additions): for simulators, forwarders and tests.
extension Message {
    /// Fields of one factor: `w01018-Rtd=40.1,w01018-Flag=N`.
    public struct Factor: Sendable, Hashable {
        let code: String
        let fields: [Pair]

        /// - Parameter fields: in the order in which they are to be sent.
        public init(_ code: String, _ fields: [(FieldName, String)]) {
            self.code = code
            self.fields = fields.map { Pair("\(code)-\($0.0.rawValue)", $0.1) }
        }
    }

    /// What data are of: their command.
    public enum DataKind: Int, Sendable, Hashable, CaseIterable {
        case realtime = 2011, plantState = 2021, days = 2031, plantRunTime = 2041, minutes = 2051, hours = 2061
        /// Batch data, single noise measurements, checks with standards, furnace temperature: HJ 212-2025.
        case batches = 2013, noise = 2052, checks = 2062, furnace = 2111
    }

    /// Data of a moment or, labelled with its start, of a period.
    public static func data(_ kind: DataKind, at time: DataTime, _ factors: [Factor]) -> Message {
        Message(
            kind.rawValue, .upload,
            [.items([Pair("DataTime", time.text)])] + factors.map { .group($0.fields) })
    }

    /// 2081: the logger was started.
    public static func loggerStart(at time: DataTime, restarted: DataTime) -> Message {
        Message(2081, .upload, items(["DataTime": time.text, "RestartTime": restarted.text]))
    }

    /// 3015: a sample of an exceedance was kept in a bottle.
    public static func sampleKept(at time: DataTime, bottle: Int) -> Message {
        Message(3015, .upload, items(["DataTime": time.text, "VaseNo": String(bottle)]))
    }

    /// 3019: the serial number of the instrument of a factor.
    public static func serialNumber(_ number: String, of factor: String, at time: DataTime) -> Message {
        Message(3019, .upload, items(["DataTime": time.text, "PolId": factor, "\(factor)-SN": number]))
    }

    /// 3020: information that changed: logs as `//text//`, states, parameters.
    public static func information(
        _ values: KeyValuePairs<String, String>, of factor: String? = nil, at time: DataTime
    ) -> Message {
        Message(
            3020, .upload,
            items(["DataTime": time.text, "PolId": factor]) + [.items(values.map { Pair("\($0.key)-Info", $0.value) })])
    }

    /// 1013: asks for the clock of the logger, or of the instrument of a factor, to be set.
    public static func clockNotice(of factor: String? = nil) -> Message {
        Message(1013, .notice, items(["PolId": factor]))
    }

    /// 1001: the serial numbers of the hardware (HJ 212-2025): logger, processor and network addresses.
    public static func hardware(logger: String, processor: String, networks: [String]) -> Message {
        let addresses = networks.prefix(2).enumerated().map { Pair("i2300\(7 + $0.offset)-Info", $0.element) }
        return Message(
            1001, .upload,
            [.items([Pair("i23005-Info", logger), Pair("i23006-Info", processor)] + addresses)])
    }

    /// 9015: heartbeat (HJ 212-2025), answered with 9013.
    public static let heartbeat = Message(9015, .notice)
    /// 9021: sign-in of some makers.
    public static let makersSignIn = Message(9021, .notice)
    /// 9022: heartbeat or sign-off of some makers.
    public static let makersHeartbeat = Message(9022, .notice)
}

/// The values that a device returns inside an exchange: with the number of the request and the system type of the station.
extension Message {
    /// 1011: the clock.
    public static func clock(_ time: DataTime, of factor: String? = nil) -> Message {
        Message(1011, .value, items(["PolId": factor, "SystemTime": time.text]))
    }

    /// 1061: the interval of realtime data.
    public static func realtimeInterval(seconds: Int) -> Message {
        Message(1061, .value, items(["RtdInterval": String(seconds)]))
    }

    /// 1063: the interval of minute data.
    public static func minuteInterval(minutes: Int) -> Message {
        Message(1063, .value, items(["MinInterval": String(minutes)]))
    }

    /// 3017: begin (`hhmmss`) and period of sampling.
    public static func sampling(_ factor: String, startTime: String, hours: Int) -> Message {
        Message(3017, .value, items(["PolId": factor, "CstartTime": startTime, "CTime": String(hours)]))
    }

    /// 3018: time an analysis takes, in minutes.
    public static func analysisTime(_ factor: String, minutes: Int) -> Message {
        Message(3018, .value, items(["PolId": factor, "Stime": String(minutes)]))
    }

    /// 3019: the serial number of the instrument of a factor.
    public static func serialNumber(_ number: String, of factor: String) -> Message {
        Message(3019, .value, items(["PolId": factor, "\(factor)-SN": number]))
    }

    /// 3020: information asked for.
    public static func informationAsked(
        _ values: KeyValuePairs<String, String>, of factor: String? = nil, at time: DataTime
    ) -> Message {
        Message(3020, .value, information(values, of: factor, at: time).pieces)
    }
}

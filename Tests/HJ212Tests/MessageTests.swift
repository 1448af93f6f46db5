import Testing

@testable import HJ212

/// Messages of ours against those that the standards print, whole packets byte for byte.
struct MessageTests {
    private static let station = DeviceAddress(
        mn: "010000A8900016F000169DC0", password: "123456", systemType: .waterSource, dialect: .v2017)
    private static let qn2017 = "20160801085857223"

    private static func time(_ text: String) -> DataTime {
        // Safe: only called with literals below.
        DataTime(digits: Array(text.utf8))!
    }

    private func text(
        _ message: Message, _ dialect: Dialect = .v2017, qn: String? = qn2017, systemType: SystemType = .waterSource,
        wantsAnswer: Bool? = nil, mn: String = station.mn
    ) throws -> String {
        let address = DeviceAddress(mn: mn, password: "123456", systemType: systemType, dialect: dialect)
        let bytes = try PacketWriter.frame(of: message, to: address, qn: qn, wantsAnswer: wantsAnswer)
        return String(decoding: bytes, as: UTF8.self)
    }

    struct Printed: Sendable, CustomTestStringConvertible {
        let vector: String
        let message: Message
        var qn = MessageTests.qn2017
        var systemType = SystemType.waterSource
        var wantsAnswer: Bool?
        var testDescription: String { "\(vector) \(message.command.text)" }
    }

    private static let requests: [Printed] = {
        let begin = time("20160801010522")
        let end = time("20160801085857")
        let (minute, hour, day) = (time("20160801084000"), time("20160801080000"), time("20160801000000"))
        // Safe: the values are those of the standard's examples; a refused one stops the tests.
        return try! [
            Printed(vector: "v0133", message: .setTimeOut(seconds: 5, repeats: 3)),
            Printed(vector: "v0136", message: .readClock(of: "w01018")),
            Printed(vector: "v0139", message: .setClock(to: end, of: "w01018")),
            Printed(vector: "v0145", message: .readRealtimeInterval),
            Printed(vector: "v0147", message: .setRealtimeInterval(seconds: 30)),
            Printed(vector: "v0148", message: .readMinuteInterval),
            Printed(vector: "v0150", message: .setMinuteInterval(minutes: 10)),
            Printed(vector: "v0151", message: .setPassword("654321")),
            Printed(vector: "v0152", message: .startRealtime),
            Printed(vector: "v0153", message: .stopRealtime),
            Printed(vector: "v0154", message: .startPlantState),
            Printed(vector: "v0155", message: .stopPlantState),
            Printed(vector: "v0166", message: .history(.minutes, from: minute, through: minute)),
            Printed(vector: "v0168", message: .history(.hours, from: hour, through: hour)),
            Printed(vector: "v0170", message: .history(.days, from: day, through: day)),
            Printed(vector: "v0181", message: .calibrate("w01018")),
            Printed(vector: "v0182", message: .sample("w01018")),
            Printed(vector: "v0183", message: .clean("w01018")),
            Printed(vector: "v0184", message: .compare("w01018")),
            Printed(vector: "v0185", message: .keepSample),
            Printed(vector: "v0188", message: .setSampling("w01018", startTime: "000000", hours: 2)),
            Printed(vector: "v0189", message: .readSampling("w01018")),
            Printed(vector: "v0191", message: .readAnalysisTime("w01018")),
            Printed(vector: "v0193", message: .readSerialNumber("w01018")),
            Printed(vector: "v0197", message: .readInformation("i11001", of: "w01018", period: begin...end)),
            Printed(vector: "v0203", message: .readInformation("i12001", of: "w01018")),
            Printed(vector: "v0208", message: .readInformation("i13004", of: "w01018")),
            Printed(vector: "v0211", message: .setParameter("i13004", to: "168.0", of: "w01018")),
        ]
    }()

    private static let uploads: [Printed] = {
        let (now, old) = (time("20160801085857"), time("20100301145000"))
        let (minute, hour, day) = (time("20160801084000"), time("20160801080000"), time("20160801000000"))
        let plant = [Message.Factor("SB1", [(.plantState, "1")]), Message.Factor("SB2", [(.plantState, "0")])]
        let levels = ["L5": "53.0", "L10": "53.0", "L50": "49.0", "L90": "45.0", "L95": "43.0", "Leq": "50.0"]
        let noise =
            ["L5", "L10", "L50", "L90", "L95", "Leq"].map { Message.Factor($0, [(.noise, levels[$0] ?? "")]) }
            + [Message.Factor("LMx", [(.noise, "54.0")]), Message.Factor("LMn", [(.noise, "42.0")])]
        return [
            Printed(vector: "v0142", message: .clockNotice(of: "w01018")),
            Printed(vector: "v0138", message: .clock(now, of: "w01018")),
            Printed(vector: "v0146", message: .realtimeInterval(seconds: 30)),
            Printed(vector: "v0149", message: .minuteInterval(minutes: 10)),
            Printed(vector: "v0158", message: .data(.plantState, at: now, plant)),
            Printed(vector: "v0174", message: .loggerStart(at: now, restarted: time("20160801085624"))),
            Printed(
                vector: "v0175", message: .data(.realtime, at: now, [.init("LA", [(.realtime, "50.1")])]),
                systemType: .noise),
            Printed(
                vector: "v0176", message: .data(.minutes, at: minute, noise), qn: "20160801085000001",
                systemType: .noise),
            Printed(
                vector: "v0177", message: .data(.hours, at: hour, noise), qn: "20160801090000001", systemType: .noise),
            Printed(
                vector: "v0173",
                message: .data(
                    .plantRunTime, at: day,
                    [.init("SB1", [(.plantRunTime, "1.1")]), .init("SB2", [(.plantRunTime, "2.1")])]),
                qn: "20160801085857534", wantsAnswer: false),
            Printed(vector: "v0187", message: .sampleKept(at: now, bottle: 1)),
            Printed(vector: "v0190", message: .sampling("w01018", startTime: "000000", hours: 2)),
            Printed(vector: "v0192", message: .analysisTime("w01018", minutes: 40)),
            Printed(vector: "v0194", message: .serialNumber("010000A8900016F000169DC1", of: "w01018")),
            Printed(vector: "v0195", message: .serialNumber("010000A8900016F000169DC1", of: "w01018", at: now)),
            Printed(vector: "v0196", message: .information(["i11001": "//清洗管路//"], of: "w01018", at: old)),
            Printed(vector: "v0201", message: .information(["i12001": "1", "i12003": "0"], of: "w01018", at: old)),
            Printed(vector: "v0205", message: .informationAsked(["i12001": "1"], of: "w01018", at: old)),
            Printed(
                vector: "v0207", message: .information(["i13004": "168.0", "i13005": "40"], of: "w01018", at: now)),
            Printed(vector: "v0210", message: .informationAsked(["i13004": "168.0"], of: "w01018", at: now)),
        ]
    }()

    @Test(
        .enabled(if: SharedVectors.arePresent, "../shared/data/hj212/vectors.jsonl is absent"),
        arguments: requests + uploads)
    func `what HJ 212-2017 prints in Annex C is written byte for byte`(printed: Printed) throws {
        let vector = try #require(SharedVectors.all.first { $0.id == printed.vector })
        #expect(
            try text(
                printed.message, qn: printed.qn, systemType: printed.systemType, wantsAnswer: printed.wantsAnswer)
                == vector.raw)
    }

    private static let of2025: [Printed] = {
        let (hour, day) = (time("20240601080000"), time("20240601000000"))
        let (begin, end) = (time("20240601010522"), time("20240601085857"))
        let gas = SystemType.airSource
        // Safe: the values are those of the standard's examples; a refused one stops the tests.
        return try! [
            Printed(vector: "v0220", message: .keepSampleNow("w01018")),
            Printed(vector: "v0221", message: .startCheck("w01018")),
            Printed(vector: "v0222", message: .history(.checks, from: hour, through: hour)),
            Printed(vector: "v0223", message: .setParameter("i13004", to: "168.0", of: "w01018")),
            Printed(vector: "v0224", message: .readInformation("i12001", of: "w01018")),
            Printed(vector: "v0225", message: .readInformation("i11001", of: "w01018", period: begin...end)),
            Printed(vector: "v0226", message: .readSerialNumber("w01018")),
            Printed(vector: "v0227", message: .readAnalysisTime("w01018")),
            Printed(vector: "v0228", message: .clean("w01018")),
            Printed(vector: "v0229", message: .sample("w01018")),
            Printed(vector: "v0230", message: .calibrate("w01018", .zero)),
            Printed(
                vector: "v0231",
                message: .history(.power, from: time("20240601064500"), through: time("20240601084500")),
                systemType: SystemType(rawValue: "44")),
            Printed(vector: "v0232", message: .history(.batches, from: hour, through: hour)),
            Printed(vector: "v0233", message: .history(.days, from: day, through: day)),
            Printed(vector: "v0234", message: .history(.hours, from: hour, through: hour)),
            Printed(
                vector: "v0235",
                message: .history(.minutes, from: time("20240601084000"), through: time("20240601084000")),
                systemType: gas),
            Printed(vector: "v0236", message: .stopPlantState),
            Printed(vector: "v0237", message: .startPlantState),
            Printed(vector: "v0238", message: .stopRealtime),
            Printed(vector: "v0239", message: .startRealtime),
            Printed(vector: "v0240", message: .setPassword("654321")),
            Printed(vector: "v0241", message: .setMinuteInterval(minutes: 10), systemType: gas),
            Printed(vector: "v0242", message: .readMinuteInterval, systemType: gas),
            Printed(vector: "v0243", message: .setRealtimeInterval(seconds: 30)),
            Printed(vector: "v0244", message: .readRealtimeInterval),
            Printed(
                vector: "v0245",
                message: .setKey(CipherKey(text: "0000000000000000")!, creation: "20240601085857223")),
            Printed(vector: "v0246", message: .setClock(to: end, of: "w01018")),
            Printed(vector: "v0247", message: .readClock(of: "w01018")),
            Printed(vector: "v0248", message: .assignNumber("6970000000001ABCDEFG1234")),
            Printed(vector: "v0249", message: .setTimeOut(seconds: 5, repeats: 3)),
        ]
    }()

    @Test(.enabled(if: SharedVectors.arePresent, "../shared/data/hj212/vectors.jsonl is absent"), arguments: of2025)
    func `what HJ 212-2025 prints is written byte for byte`(printed: Printed) throws {
        let vector = try #require(SharedVectors.all.first { $0.id == printed.vector })
        #expect(
            try text(printed.message, .v2025, qn: "20240601085857223", systemType: printed.systemType) == vector.raw)
    }

    private static let of2005: [(Message, String)] = [
        (.readClock(), "ST=32;CN=1011;PW=123456;MN=88888880000001;Flag=3;CP=&&&&"),
        // Safe: the values are those of published samples.
        (
            try! .setTimeOut(seconds: 5, repeats: 3),
            "ST=32;CN=1000;PW=123456;MN=88888880000001;Flag=3;CP=&&OverTime=5;Recount=3&&"
        ),
        (.readAlarmLimits("101"), "ST=32;CN=1021;PW=123456;MN=88888880000001;Flag=3;CP=&&PolId=101&&"),
        (
            .setAlarmLimits("101", low: "1.1", high: "9.9"),
            "ST=32;CN=1022;PW=123456;MN=88888880000001;Flag=3;CP=&&PolId=101;101-LowValue=1.1,101-UpValue=9.9&&"
        ),
        (.readAlarmTarget, "ST=32;CN=1031;PW=123456;MN=88888880000001;Flag=3;CP=&&&&"),
        (.setAlarmTarget("3882566"), "ST=32;CN=1032;PW=123456;MN=88888880000001;Flag=3;CP=&&AlarmTarget=3882566&&"),
        (try! .setReportTime("0101"), "ST=32;CN=1042;PW=123456;MN=88888880000001;Flag=3;CP=&&ReportTime=0101&&"),
        (try! .setPassword("654321"), "ST=32;CN=1072;PW=123456;MN=88888880000001;Flag=3;CP=&&PW=654321&&"),
        (
            try! .history(.hours, from: time("20160801080000"), through: time("20160801090000")),
            "ST=32;CN=2061;PW=123456;MN=88888880000001;Flag=3;"
                + "CP=&&BeginTime=20160801080000,EndTime=20160801090000&&"
        ),
    ]

    @Test(arguments: of2005)
    func `requests to devices of 2005 have the form of its samples`(message: Message, segment: String) throws {
        let written = try text(message, .v2005, qn: "20040516010101001", mn: "88888880000001")
        #expect(String(written.dropFirst(6).dropLast(5)) == "QN=20040516010101001;" + segment)
    }

    @Test func `a surface water station gets its own commands under its own flag`() throws {
        let written = try text(
            .request(CommandNumber(rawValue: 3044), ["PolId": "w01018"]), .surfaceWater2017, systemType: .surfaceWater,
            mn: "A110000_0001")
        #expect(written.contains("ST=21;CN=3044;PW=123456;MN=A110000_0001;Flag=9;CP=&&PolId=w01018&&"))
        let packet = try #require(Packet.all(in: Array(written.utf8)).first)
        #expect(packet.isSurfaceWater)
    }

    @Test func `the clock of a logger has its own commands at surface water stations`() throws {
        let time = Self.time("20240601080000")
        for dialect in Dialect.allCases {
            let isWater = dialect == .surfaceWater2017
            #expect(Message.readLoggerClock(in: dialect).command.rawValue == (isWater ? 1014 : 1011))
            let written = try text(.setLoggerClock(to: time, in: dialect), dialect)
            #expect(
                written.contains("CN=\(isWater ? 1015 : 1012);") && written.contains("&&SystemTime=20240601080000&&"))
        }
    }

    @Test(arguments: [
        (9, Dialect.v2017, RequestResult.Meaning.wrongChecksum), (9, .surfaceWater2017, .busy),
        (99, .surfaceWater2017, .wrongChecksum), (99, .v2025, .unknown), (3, .v2005, .wrongPassword),
        (4, .v2005, .unknown),
        (4, .v2025, .wrongDevice), (100, .v2017, .unknown), (1, .surfaceWater2017, .ready), (0, .v2017, .unknown),
    ])
    func `what a refusal says depends on the dialect`(code: Int, dialect: Dialect, meaning: RequestResult.Meaning) {
        #expect(RequestResult(rawValue: code).meaning(in: dialect) == meaning)
    }

    @Test(arguments: [
        (Message.readAlarmTarget, Dialect.v2017), (.keepSampleNow("w01018"), .v2017), (.readMinuteInterval, .v2005),
        (.setClock(to: time("20240601080000")), .surfaceWater2017), (.startCheck("w01018"), .v2005),
        (.request(CommandNumber(rawValue: 3044), [:]), .v2025), (.heartbeat, .surfaceWater2017),
    ])
    func `a command that a dialect does not know is refused, one it knows is sent`(message: Message, dialect: Dialect)
        throws
    {
        if message.command.isKnown(in: dialect, as: message.pattern) {
            #expect(try !text(message, dialect).isEmpty)
        } else {
            #expect(
                throws: MessageError(code: .notInDialect, field: message.command.text, value: dialect.rawValue)
            ) { try text(message, dialect) }
        }
    }

    @Test(arguments: [(29, false), (30, true), (3600, true), (3601, false)])
    func `the realtime interval is 30 to 3600 seconds`(seconds: Int, isAllowed: Bool) {
        #expect(((try? Message.setRealtimeInterval(seconds: seconds)) != nil) == isAllowed)
    }

    @Test func `the minute interval divides the hour`() {
        let allowed = (0...60).filter { (try? Message.setMinuteInterval(minutes: $0)) != nil }
        #expect(allowed == [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30])
    }

    @Test(arguments: ["", "12345", "1234567", "12345;", "密码12"])
    func `a password is six letters or digits and is never in an error`(password: String) {
        #expect(throws: MessageError(code: .outOfRange, field: "NewPW", value: "")) {
            try Message.setPassword(password)
        }
    }

    @Test func `a history request does not end before it begins`() throws {
        let (early, late) = (Self.time("20240601080000"), Self.time("20240601090000"))
        #expect(throws: MessageError.self) { try Message.history(.hours, from: late, through: early) }
        #expect(try Message.history(.hours, from: early, through: late).period == early...late)
    }

    @Test func `only the commands that HJ 212-2025 names are ciphered`() throws {
        let key = try #require(CipherKey(text: "0000000000000000"))
        let address = DeviceAddress(
            mn: Self.station.mn, password: "123456", systemType: .waterSource, dialect: .v2025)
        for (message, isCiphered) in [
            (
                try Message.history(.hours, from: Self.time("20240601080000"), through: Self.time("20240601080000")),
                true
            ),
            (.readInformation("i11001", of: "w01018"), true), (.setClock(to: Self.time("20240601080000")), false),
            (.setParameter("i13004", to: "168.0", of: "w01018"), false),
        ] {
            let bytes = try PacketWriter.frame(of: message, to: address, qn: Self.qn2017, key: key)
            let packet = try #require(Packet.all(in: bytes).first)
            #expect(packet.isCiphered == isCiphered, "\(message.command.text)")
        }
    }

    @Test func `every message that a dialect knows is valid and read back`() throws {
        for dialect in Dialect.allCases {
            for pattern in Message.Pattern.allCases {
                for command in CommandNumber.all(in: dialect, as: pattern) {
                    let message = Message(command.rawValue, pattern, Message.items(["PolId": "w01018"]))
                    let bytes = Array(try text(message, dialect).utf8)
                    let packet = try #require(Packet.all(in: bytes).first)
                    #expect(packet.isValid)
                    #expect(packet.commandNumber == command)
                    #expect(packet.wantsAnswer == (pattern != .value))
                }
            }
        }
    }
}

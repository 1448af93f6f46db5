import Accounts
import Casework
import Dossier
import Gateway
import HJ212
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import Monitoring
import Records
import Registry
import Reporting
import Standards
import Storage
import TestKit

@testable import Site

/// A small bureau made by real actions: five air stations, two sections, an outlet over its limit, and one day of data.
///
/// | Station | What is special on 2026-11-21 |
/// | --- | --- |
/// | A1 | PM10 and PM2.5 jump at 7时; its name holds markup |
/// | A2 | PM2.5 above PM10 at 4时 |
/// | A3 | no row from 10时 to 13时 |
/// | A4 | CO not monitored (`/`), PM2.5 blank at 3时 |
/// | N1 | 国控: reviewed by its owner |
enum SiteFixture {
    static let capabilities: [Capability] = [
        RecordsCapability.capability, AccountsCapability.capability, CaseworkCapability.capability(),
        RegistryCapability.capability, DossierCapability.capability, MonitoringCapability.capability,
        GatewayCapability.capability, ReportingCapability.capability(drafting: drafting),
    ]
    static let drafting = DraftRules(people: .accounts) { capabilities.flatMap(\.figures) }
    static let day = CivilDate("2026-11-21") ?? .first
    static let now = Instant("2026-11-22T08:30:00+08:00") ?? Instant(secondsSince1970: 0)
    static let stations = ["A1", "A2", "A3", "A4", "N1"]
    static let hostileName = "一号<script>alert(1)</script>&\"站"
    static let device = "DE0000000000000000000001"
    static let token = FormToken(text: "token-of-the-tests")
    static var actor: Actor { TestBureau.actor(capabilities) }

    /// What the house would hand to the web.
    static func services(
        _ bureau: TestBureau, tally: GatewayTally? = nil, forwarding: ForwardingBoard? = nil,
        keys: KeyStore = .none, monitor: ServerMonitor? = nil, desk: SignInDesk? = nil,
        openID: OpenIDProvider? = nil, operator person: String? = nil
    ) throws -> SiteServices {
        let sources = capabilities.flatMap(\.figures)
        let figures = try FigureBook(bureau.catalog, sources: sources)
        let (clock, book) = (bureau.clock, bureau.book)
        let key = try SigningKey(
            name: try KeyName("qingheng.example/test"), type: .ed25519, secret: Array(repeating: 5, count: 32))
        return SiteServices(
            book: bureau.book,
            past: PastStates(book: bureau.book, directory: bureau.directory + "/cache") { _ in capabilities },
            figures: figures,
            papers: try PaperBook(bureau.catalog, figures: figures, sources: sources), sources: sources,
            operator: person.map { Actor(id: $0, permissions: actor.permissions) } ?? actor,
            clock: { Instant(secondsSince1970: clock.milliseconds / 1000) }, gatewayTally: tally,
            forwarding: forwarding, keys: keys, monitor: monitor,
            evidence: capabilities.flatMap(\.evidence),
            sign: {
                try await book.adopt(key.verifier, by: actor)
                try await book.signCheckpoint(with: key)
            }, desk: desk, openID: openID, formToken: token)
    }

    /// A monitor of a process that began now.
    static func monitor(_ bureau: TestBureau) -> ServerMonitor {
        ServerMonitor(
            version: "unreleased", dataDirectory: bureau.directory, gatewayAddress: "127.0.0.1:9212", started: now,
            quarantinedBytes: { 0 }, monotonic: { 0 })
    }

    /// Runs a test against the router.
    static func test(
        _ bureau: TestBureau, tally: GatewayTally? = nil, forwarding: ForwardingBoard? = nil,
        keys: KeyStore = .none, monitor: ServerMonitor? = nil,
        _ body: @escaping @Sendable (SiteClient) async throws -> Void
    ) async throws {
        try await test(
            try services(bureau, tally: tally, forwarding: forwarding, keys: keys, monitor: monitor), body)
    }

    /// Runs a test against the router with services of its own.
    static func test(
        _ services: SiteServices, _ body: @escaping @Sendable (SiteClient) async throws -> Void
    ) async throws {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let application = Application(router: try buildRouter(services), logger: logger)
        try await application.test(.router) { try await body(SiteClient(client: $0)) }
    }

    /// A platform above the bureau, on a port of this machine where nobody listens.
    static var upstream: Upstream {
        Upstream(
            id: "city", name: "市平台", host: "127.0.0.1", port: 1, devices: .kinds([.outlet]), commands: [.hourData],
            form: .asReceived, isAnswering: true)
    }

    /// A bureau without any record.
    static func emptyBureau() async throws -> TestBureau {
        try await TestBureau(capabilities, clock: TestClock(now))
    }

    /// The bureau described above.
    static func bureau() async throws -> TestBureau { try await template.bureau() }

    /// The same in which people can have accounts, with passwords that cost little.
    static func peopledBureau() async throws -> TestBureau { try await peopledTemplate.bureau() }

    private static let template = BureauTemplate(capabilities, at: now, fill: fill)
    private static let peopledTemplate = BureauTemplate(
        capabilities, at: now, catalog: TestAccounts.catalog, fill: fill)

    private static func fill(_ bureau: TestBureau) async throws {
        let actor = actor
        try await bureau.book.record(registrations(by: actor))
        try await importFile(airFile(), "空气.csv", .air, into: bureau)
        try await importFile(waterFile(), "断面.csv", .water, into: bureau)
        _ = try await bureau.book.archive.packets.append(try outletPackets())
        try await bureau.projectAllPackets()
        try await bureau.book.record(
            UpstreamActions.set(
                upstream, since: bureau.book.archive.packets.start, reason: "市局通知", person: "甲", by: actor))
    }

    private static func importFile(
        _ text: String, _ name: String, _ format: FileFormat, into bureau: TestBureau
    ) async throws {
        _ = try await FileImport.run(
            Array(text.utf8), fileName: name, format: format, defaultYear: nil, by: actor, into: bureau.book
        ) { _ in }
    }

    private static func registrations(by actor: Actor) -> [Action] {
        var actions = [
            RegistryActions.register(
                "bureau", kind: .bureau, name: "测试区生态环境局", fields: ["isDemo": true], by: actor),
            RegistryActions.register(
                "T1", kind: .town, name: "甲镇",
                fields: ["polygon": "[[117.0,39.0],[117.2,39.0],[117.2,39.2],[117.0,39.2]]"], by: actor),
        ]
        for (index, id) in stations.enumerated() {
            actions.append(
                RegistryActions.register(
                    id, kind: .station, name: id == "A1" ? hostileName : "\(id)站",
                    fields: [
                        "town": "甲镇", "longitude": .string("117.0\(index + 1)"), "latitude": "39.1",
                        "managementLevel": id == "N1" ? "国控" : "街镇", "isEvaluated": true,
                    ], by: actor))
        }
        for (id, target) in [("断面一", "III"), ("断面二", "IV")] {
            actions.append(
                RegistryActions.register(
                    id, kind: .section, name: id,
                    fields: [
                        "town": "甲镇", "waterBody": "甲河", "bodyKind": "river", "targetClass": .string(target),
                        "longitude": "117.1", "latitude": "39.05",
                    ], by: actor))
        }
        let limit: CanonicalValue = [
            "item": "nox", "name": "氮氧化物", "limit": "50", "unit": "mg/m³", "converted": true,
            "standard": "GB 13271—2014",
        ]
        actions += [
            RegistryActions.register(
                "DA001", kind: .outlet, name: "1号烟囱",
                fields: [
                    "enterprise": "甲厂", "medium": "air", "limits": .array([limit]), "longitude": "117.12",
                    "latitude": "39.12",
                ], by: actor),
            RegistryActions.bind(
                device: device, to: "DA001", channels: [DeviceChannel(code: "a21002", item: "nox")],
                settings: acceptedDevice, by: actor),
            RegistryActions.setTarget(year: 2026, item: "pm25", value: "36", basis: "演示文件", by: actor),
            RegistryActions.setTarget(year: 2026, item: "goodDays", value: "250", basis: "演示文件", by: actor),
        ]
        return actions
    }

    private static var acceptedDevice: DeviceSettings {
        var settings = DeviceSettings()
        settings.owner = "甲厂"
        settings.acceptedOn = CivilDate("2025-06-01")
        settings.filedOn = CivilDate("2025-06-20")
        return settings
    }

    private static func airFile() -> String {
        var text = "timepoint,area,stationcode,positionname,so2,no2,pm10,pm2_5,co,o3\n"
        for day in [day, day.adding(years: -1)] {
            for hour in 1...24 {
                let end = Instant(beijing: day, hour: hour)
                let label = "\(end.beijingDate)T\(end.beijingHour < 10 ? "0" : "")\(end.beijingHour)00"
                for (index, id) in stations.enumerated() {
                    guard let values = values(id, hour, index, isThisYear: day == Self.day) else { continue }
                    text += "\(label),甲镇,\(id),\(id)站,\(values)\n"
                }
            }
        }
        return text
    }

    private static func values(_ id: String, _ hour: Int, _ index: Int, isThisYear: Bool) -> String? {
        let coarse = 60 + (hour * 7 + index * 5) % 20
        let fine = isThisYear ? coarse / 2 : coarse / 2 + 4
        let plain = "10,\(20 + hour % 7),\(coarse),\(fine),0.\(3 + hour % 5),\(40 + hour)"
        guard isThisYear else { return plain }
        switch (id, hour) {
        case ("A1", 7): return "10,22,905,420,0.6,44"
        case ("A2", 4): return "10,22,30,52,0.6,44"
        case ("A3", 10...13): return nil
        case ("A4", 3): return "10,22,66,,/,44"
        case ("A4", _): return "10,\(20 + hour % 7),\(coarse),\(fine),/,\(40 + hour)"
        default: return plain
        }
    }

    private static func waterFile() -> String {
        var text = "断面名称,监测时间,水温(℃),pH(无量纲),溶解氧(mg/L),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L)\n"
        for day in 1...20 {
            let date = "2026-10-\(day < 10 ? "0" : "")\(day) 08:00"
            text += "断面一,\(date),15.0,7.5,8.0,4.0,0.30,0.150\n"
            text += "断面二,\(date),15.0,7.5,8.0,7.0,1.90,0.250\n"
        }
        return text
    }

    /// Hours 12–20 of the outlet, of which 14–17 break the limit.
    private static func outletPackets() throws -> [PacketEntry] {
        try (11...19).map { hour in
            let start = Instant(beijing: day, hour: hour)
            let milliseconds = (start.secondsSince1970 + 3_700) * 1000
            var numbers = QNSequence()
            var writer = PacketWriter(
                qn: numbers.next(unixMilliseconds: milliseconds) ?? "", systemType: .airSource, command: .hourData,
                password: "secret", mn: device, flag: PacketFlag(version: .v2017, wantsAnswer: true))
            writer.add(["DataTime": "20261121\(hour)0000"])
            let value = (13...16).contains(hour) ? "68.\(hour)" : "31.0"
            writer.add(code: "a21002", [(.average, "40.0"), (.convertedAverage, value), (.flag, "N")])
            return PacketEntry(
                receivedMilliseconds: milliseconds, peer: "127.0.0.1:5000", verdict: PacketVerdict.accepted.rawValue,
                raw: try writer.frame())
        }
    }
}

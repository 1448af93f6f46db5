import Casework
import Catalog
import Dossier
import Foundation
import HJ212
import Ledger
import Logging
import Monitoring
import Records
import Registry
import Reporting
import Standards
import Storage
import TestKit

@testable import Gateway

/// A bureau to which things happen at random: files and packets in time and late, reviews, stations that count or not, rules
/// that change, documents that are sealed; with what its figures were at some moments, as they were computed then.
final class RandomHistory {
    /// What the figures were when a record was the last one.
    struct Moment {
        let sequence: Int64
        let values: [FigureRequest: Rational?]
    }

    static let capabilities = [
        RecordsCapability.capability, CaseworkCapability.capability(), RegistryCapability.capability,
        DossierCapability.capability, MonitoringCapability.capability, GatewayCapability.capability,
        ReportingCapability.capability(),
    ]
    static let sources = capabilities.flatMap(\.figures)
    private static let actor = TestBureau.actor(capabilities)
    private static let mn = "DE00000000000000000000H1"
    private static let stations = ["S1", "S2", "S3"]
    private static let days = [CivilDate("2026-11-18"), CivilDate("2026-11-19")].compactMap { $0 }

    private let rules: HistoryRules
    private let catalogs: RuleCatalogs
    private let clock = TestClock()
    private let directory: String
    private let database: Database
    private(set) var book: RecordBook
    private(set) var states: PastStates
    private(set) var moments: [Moment] = []
    private var random: SeededGenerator
    private var edition = 0
    private var isEvaluated: [String: Bool] = [:]

    /// - Parameter shared: a folder for attachments and rules that histories have in common: both are named by content.
    init(seed: UInt64, rules: HistoryRules, shared: String, catalogs: RuleCatalogs) async throws {
        random = SeededGenerator(seed: seed)
        self.rules = rules
        self.catalogs = catalogs
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("history-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        database = try Database(path: directory + "/test.sqlite")
        let archive = Archive(
            attachments: try AttachmentStore(directory: shared),
            packets: try PacketLog(directory: directory + "/packets", leastFreeBytes: 0), catalog: rules.editions[0])
        let clock = clock
        book = try await RecordBook(
            database: database, archive: archive, capabilities: Self.capabilities, clock: { clock.milliseconds })
        states = PastStates(book: book, directory: directory + "/cache", catalogs: catalogs) { _ in Self.capabilities }
        try await begin()
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// Lets so many things happen, and takes note of the figures after some of them.
    func run(events: Int) async throws {
        for number in 1...events {
            clock.advance(seconds: Int64.random(in: 60...7_200, using: &random))
            try await happen()
            if number == events || Int.random(in: 0..<3, using: &random) == 0 { try await takeNote() }
        }
    }

    /// The figures now, when every packet is on record.
    func takeNote() async throws {
        try await closeAll()
        let figures = try FigureBook(book.archive.catalog, sources: Self.sources)
        let moment = try await book.database.read { connection in
            Moment(
                sequence: try RecordStore.lastSequence(in: connection),
                values: try Self.values(by: figures, in: connection))
        }
        if moments.last?.sequence != moment.sequence { moments.append(moment) }
    }

    /// What is asked, as it is in a state.
    static func values(by figures: FigureBook, in connection: ReadConnection) throws -> [FigureRequest: Rational?] {
        let engine = try FigureEngine(figures, in: connection)
        var values: [FigureRequest: Rational?] = [:]
        for request in requests where figures.ids.contains(request.id) {
            values[request] = try engine.value(request).exact
        }
        return values
    }

    static var requests: [FigureRequest] {
        let last = days.last ?? .first
        return HistoryRules.figures.map { FigureRequest($0, on: last, ["place": "district", "item": "pm25"]) }
    }

    /// Nothing made before.
    func freshStates() -> PastStates {
        PastStates(book: book, directory: directory + "/fresh", catalogs: catalogs) { _ in Self.capabilities }
    }

    func dumpOfPresent() async throws -> [String: [String]] { try await database.read { try Self.dump($0) } }

    /// Every row of every projected table, as text.
    static func dump(_ connection: ReadConnection) throws -> [String: [String]] {
        let tables = try connection.rows("SELECT name FROM projection_object WHERE kind = 'TABLE' ORDER BY name") {
            try $0.text("name")
        }
        var dump: [String: [String]] = [:]
        for table in tables {
            dump[table] = try connection.rows(SQL(verbatim: "SELECT * FROM \(table)")) { "\($0.values)" }.sorted()
        }
        return dump
    }

    // MARK: What happens

    private func begin() async throws {
        try await book.adoptRules(by: Self.actor)
        var actions: [Action] = []
        for station in Self.stations {
            isEvaluated[station] = Bool.random(using: &random)
            actions.append(registration(station))
        }
        try await book.record(actions)
    }

    private func happen() async throws {
        switch Int.random(in: 0..<21, using: &random) {
        case 0..<7: try await importHours()
        case 7..<11: try await receivePackets()
        case 11..<13: try await review()
        case 13..<16: try await switchStation()
        case 16..<18: try await switchRules()
        case 18: try await bindDevice()
        case 19: try await seal()
        default: try await somethingElse()
        }
    }

    /// Hours of a day, some of which may be known already with other values.
    private func importHours() async throws {
        var text = "timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3\n"
        let day = Self.days.randomElement(using: &random) ?? .first
        let first = Int.random(in: 1...4, using: &random)
        let last = Bool.random(using: &random) ? 24 : Int.random(in: first...24, using: &random)
        for station in Self.stations where Int.random(in: 0..<3, using: &random) > 0 {
            let level = Int.random(in: 10...120, using: &random)
            for hour in first...last {
                let end = Instant(beijing: day, hour: hour)
                let label = "\(end.beijingDate)T\(end.beijingHour < 10 ? "0" : "")\(end.beijingHour)00"
                text += "\(label),\(station),5,20,\(level + 40),\(level + hour % 5),0.5,60\n"
            }
        }
        guard text.contains("S") else { return }
        _ = try await FileImport.run(
            Array(text.utf8), fileName: "t.csv", format: .air, defaultYear: nil, by: Self.actor, into: book
        ) { _ in }
    }

    /// Hours of the device, in packets; the segment is closed after some of them.
    private func receivePackets() async throws {
        let day = Self.days.randomElement(using: &random) ?? .first
        let level = Int.random(in: 10...120, using: &random)
        var entries: [PacketEntry] = []
        for hour in 0..<Int.random(in: 1...24, using: &random) {
            clock.advance(seconds: 1)
            let start = Instant(beijing: day, hour: hour)
            entries.append(
                PacketEntry(
                    receivedMilliseconds: clock.milliseconds, peer: "10.0.0.1:5000",
                    verdict: PacketVerdict.accepted.rawValue, raw: try frame(start, "\(level + hour % 7)")))
        }
        try await book.archive.packets.append(entries)
        while try await book.projectPackets() {}
        if Bool.random(using: &random) { try await closeAll() }
    }

    private func frame(_ start: Instant, _ value: String) throws -> [UInt8] {
        var writer = PacketWriter(
            qn: "20261122070000001", systemType: .ambientAir, command: .hourData, password: "123456", mn: Self.mn,
            flag: PacketFlag(version: .v2017, wantsAnswer: true))
        let hour = start.beijingHour
        let stamp = "\(start.beijingDate)".replacing("-", with: "") + (hour < 10 ? "0" : "") + "\(hour)0000"
        writer.add(["DataTime": stamp])
        writer.add(code: "a34004", [(.average, value), (.flag, "N")])
        return try writer.frame()
    }

    private func review() async throws {
        let day = Self.days.randomElement(using: &random) ?? .first
        let station = Self.stations.randomElement(using: &random) ?? "S1"
        let start = Instant(beijing: day, hour: Int.random(in: 0..<24, using: &random))
        let hasReading = try await book.database.read { connection in
            try !ReadingStore.versions(of: station, at: start, seconds: 3_600, in: connection)
                .filter { $0.series.item == "pm25" }.isEmpty
        }
        // What has not come can only be entered by hand.
        let decisions: [HourReview.Decision] = hasReading ? [.accepted, .doubted, .rejected, .entered] : [.entered]
        let decision = decisions.randomElement(using: &random) ?? .entered
        try await book.record(
            ReviewActions.decide(
                decision, on: [ReviewCell(start: start, item: "pm25")], of: station,
                reason: decision.needsReason ? "jump" : "", note: "手工监测",
                value: decision == .entered ? ExactDecimal(Int.random(in: 1..<99, using: &random)) : nil,
                reviewer: "甲", by: Self.actor))
    }

    private func switchStation() async throws {
        let station = Self.stations.randomElement(using: &random) ?? "S1"
        isEvaluated[station, default: false].toggle()
        try await book.record(registration(station))
    }

    private func registration(_ station: String) -> Action {
        RegistryActions.register(
            station, kind: .station, name: "\(station)站",
            fields: [
                "town": "甲镇", "longitude": "117", "latitude": "39", "managementLevel": "街镇",
                "isEvaluated": .bool(isEvaluated[station] ?? false),
            ], by: Self.actor)
    }

    /// Opens the book with another edition of the rules, as a start of the program with other files does.
    private func switchRules() async throws {
        edition = Int.random(in: 0..<rules.editions.count, using: &random)
        let clock = clock
        let archive = Archive(
            attachments: book.archive.attachments, packets: book.archive.packets, catalog: rules.editions[edition])
        book = try await RecordBook(
            database: database, archive: archive, capabilities: Self.capabilities, clock: { clock.milliseconds })
        try await book.adoptRules(by: Self.actor)
    }

    private func bindDevice() async throws {
        var settings = DeviceSettings()
        settings.acceptedOn = CivilDate("2025-06-01")
        try await book.record(
            RegistryActions.bind(
                device: Self.mn, to: Self.stations.randomElement(using: &random) ?? "S1",
                channels: [DeviceChannel(code: "a34004", item: "pm25")], settings: settings, by: Self.actor))
    }

    /// Seals a document that prints every figure as it is now.
    func seal() async throws {
        try await closeAll()
        let figures = try FigureBook(book.archive.catalog, sources: Self.sources)
        let (asOf, claims) = try await book.database.read { connection in
            let engine = try FigureEngine(figures, in: connection)
            let values = try Self.requests.filter { figures.ids.contains($0.id) }.map { try engine.value($0) }
            return (
                engine.asOf,
                try ClaimSet(values, engine: engine, hasher: try LedgerStore.head(in: connection).hasher)
            )
        }
        let attachments = book.archive.attachments
        try await book.record(
            SealActions.sealed(
                "test", period: "\(asOf)", title: "\(asOf)", asOf: asOf, claims: claims,
                claimFile: try attachments.store(try claims.file()), file: try attachments.store(Array("docx".utf8)),
                by: Self.actor))
    }

    /// The claims of all sealed documents, as they stand on record now.
    func sealedClaims() async throws -> [(document: SealedDocument, claims: ClaimSet)] {
        let archive = book.archive
        return try await book.database.read { connection in
            let hasher = try LedgerStore.head(in: connection).hasher
            let last = try RecordStore.lastSequence(in: connection)
            return try (1...last).compactMap { try SealStore.document($0, in: connection) }.map {
                ($0, try SealStore.claims(of: $0, from: archive, hasher: hasher))
            }
        }
    }

    private func somethingElse() async throws {
        let until = Instant(secondsSince1970: clock.milliseconds / 1000 + 3_600)
        try await book.record(GatewayActions.setCapture(until: until, reason: "接管", by: Self.actor))
    }

    private func closeAll() async throws {
        try await book.archive.packets.endSegment(ifReceivedBefore: .max)
        let keeper = SegmentKeeper(book: book, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        while try await keeper.work() {}
        while try await book.projectPackets() {}
    }
}

import ArgumentParser
import Catalog
import Foundation
import Gateway
import Monitoring
import Records
import Registry
import Standards
import Storage

/// Packets of the log projected to readings, and how fast the readings are found again.
struct BenchReadingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "readings", abstract: "报文转为监测数据的速度")

    /// Packets made between two measurements, so that their making is not measured; so many that beginning and end of a
    /// round, when one core waits for the other, do not count.
    private static let packetsOfRound = 400_000
    private static let valuesOfReport = 10_000_000

    @Option(help: "监测值总数（百万）")
    var millions = 200

    @Option(help: "设备数")
    var devices = 500

    @Flag(help: "只有小时数据")
    var hoursOnly = false

    @Option(help: "数据目录；不给时用临时目录，测完删除")
    var data: String?

    func run() async throws {
        let directory =
            data ?? FileManager.default.temporaryDirectory.appendingPathComponent("qingheng-readings-\(UUID())").path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { if data == nil { try? FileManager.default.removeItem(atPath: directory) } }
        let book = try await Self.book(in: directory)
        let actor = Actor(id: "bench", permissions: [RegistryActions.edit])
        try await book.record(ReadingsLoad.registrations(of: devices, by: actor))
        let first = Instant(beijing: CivilDate(year: 2026, month: 1, day: 1) ?? .first)
        var load = try ReadingsLoad(devices: devices, from: first, hoursOnly: hoursOnly)
        var total = Duration.zero
        var lap = Duration.zero
        var lapValues = 0
        var lapTicks = 0
        let small = 2_000_000
        var isSmallAsked = false
        while load.values < millions * 1_000_000 {
            let before = load.values
            var entries: [PacketEntry] = []
            while entries.count < Self.packetsOfRound { entries += load.nextMinute() }
            for start in stride(from: 0, to: entries.count, by: 20_000) {
                try await book.archive.packets.append(Array(entries[start..<min(start + 20_000, entries.count)]))
            }
            entries = []
            let used = clock()
            let elapsed = try await ContinuousClock().measure { while try await book.projectPackets() {} }
            lapTicks += clock() - used
            total += elapsed
            lap += elapsed
            lapValues += load.values - before
            if lapValues >= Self.valuesOfReport || load.values >= millions * 1_000_000 {
                Terminal.say(
                    "\(load.values / 1_000_000) million values, \(Int(Double(lapValues) / lap.inSeconds)) values/s, "
                        + "\(lapTicks * 1_000 / lapValues) ns of processor/value, "
                        + "\(Self.bytes(of: directory) / Int64(load.values / 1_000)) bytes/1000 values, "
                        + "\(Self.residentMegabytes) MB resident")
                lap = .zero
                lapTicks = 0
                lapValues = 0
            }
            if !isSmallAsked, load.values >= small {
                isSmallAsked = true
                try await ask(book, first: first, load)
            }
        }
        try await ask(book, first: first, load)
        Terminal.say("\(load.values) values, \(Int(Double(load.values) / total.inSeconds)) values/s")
    }

    private static func book(in directory: String) async throws -> RecordBook {
        let capabilities = [
            RegistryCapability.capability, MonitoringCapability.capability, GatewayCapability.capability,
        ]
        let archive = Archive(
            attachments: try AttachmentStore(directory: directory + "/attachments"),
            packets: try PacketLog(directory: directory + "/packets"), catalog: try RuleCatalog.load(overlay: nil))
        return try await RecordBook(
            database: try Database(path: directory + "/bench.sqlite"), archive: archive, capabilities: capabilities,
            clock: { 1_767_196_800_000 })
    }

    /// Reads what pages read, from the last hours and from the first.
    private func ask(_ book: RecordBook, first: Instant, _ load: ReadingsLoad) async throws {
        let span = load.hoursOnly ? load.minute * 3_600 : load.minute * 60
        let end = first.adding(seconds: span)
        let questions: [(String, Instant, Int, Int, String?, String?)] = [
            (
                "realtime, one outlet, the last day", end.adding(seconds: -86_400), 86_400, 0, ReadingsLoad.outlet(7),
                nil
            ),
            ("realtime, one outlet, the first day", first, 86_400, 0, ReadingsLoad.outlet(7), nil),
            (
                "realtime, one series, the last 30 days", end.adding(seconds: -30 * 86_400), 30 * 86_400, 0,
                ReadingsLoad.outlet(7), "a21026"
            ),
            (
                "ten minutes, one outlet, the last day", end.adding(seconds: -86_400), 86_400, 600,
                ReadingsLoad.outlet(7), nil
            ),
            (
                "hours, one outlet, the last day", end.adding(seconds: -86_400), 86_400, 3_600, ReadingsLoad.outlet(7),
                nil
            ),
            ("hours, all outlets, the last two hours", end.adding(seconds: -7_200), 7_200, 3_600, nil, nil),
        ]
        for (name, start, length, seconds, object, item) in questions {
            var count = 0
            var times: [Double] = []
            for _ in 0..<5 {
                let elapsed = try await ContinuousClock().measure {
                    count = try await book.database.read { connection in
                        try ReadingStore.readings(
                            from: start, to: start.adding(seconds: length), seconds: seconds, object: object,
                            item: item, in: connection
                        ).count
                    }
                }
                times.append(elapsed.inSeconds * 1_000)
            }
            times.sort()
            Terminal.say("\(name): \(count) readings in \(String(format: "%.1f", times[2])) ms")
        }
    }

    /// The bytes of the database with its write-ahead log.
    private static func bytes(of directory: String) -> Int64 {
        ["/bench.sqlite", "/bench.sqlite-wal"].reduce(0) { sum, name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: directory + name)
            return sum + ((attributes?[.size] as? NSNumber)?.int64Value ?? 0)
        }
    }

    private static var residentMegabytes: Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return 0 }
        return pages * 4_096 / 1_000_000
    }
}

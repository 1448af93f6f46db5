import ArgumentParser
import Gateway
import House
import Ledger
import Logging
import Records
import Registry
import Standards
import Storage

/// Makes the data directory of a city's devices with a day of their packets, whose pages `script/bench pages` measures, or
/// with none, for measurements of what they send.
struct BenchFleetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fleet", abstract: "编造一城设备及其一天的报文")

    /// Devices put on record in one transaction.
    private static let devicesOfTransaction = 500

    @Option(help: "设备数")
    var devices = 10_000

    @Option(help: "分钟数据的间隔（分钟）")
    var minutes = 10

    @Flag(help: "只登记设备，不编造报文")
    var registeredOnly = false

    @Flag(help: "报文日志封段、逐日成树，检查点签名")
    var closed = false

    @OptionGroup var store: DataOptions

    func run() async throws {
        let end = Instant(secondsSince1970: SystemClock.milliseconds() / 1_000 / 3_600 * 3_600)
        let load = FleetLoad(count: devices, minuteSeconds: minutes * 60, start: end.adding(seconds: -86_400))
        // The devices have been known for a while.
        let clock = MovedClock(load.start.adding(seconds: -30 * 86_400))
        let bureau = try await Bureau.open(
            store.path, server: try store.server, overlay: store.overlay, clock: { clock.milliseconds })
        let actor = Actor(id: "bench", permissions: [RegistryActions.edit])
        try await bureau.book.record(
            RegistryActions.register("bureau", kind: .bureau, name: "测速区生态环境局", fields: ["isDemo": false], by: actor))
        for first in stride(from: 0, to: devices, by: Self.devicesOfTransaction) {
            let some = first..<min(devices, first + Self.devicesOfTransaction)
            try await bureau.book.record(load.registrations(of: some, by: actor))
        }
        var packets = 0
        if registeredOnly { return }
        for seconds in stride(from: minutes * 60, through: 86_400, by: minutes * 60) {
            let entries = try load.packets(before: seconds)
            try await bureau.book.archive.packets.append(entries)
            while try await bureau.book.projectPackets() {}
            packets += entries.count
        }
        if closed {
            clock.move(to: end.adding(seconds: 2 * 86_400))
            try await close(bureau)
        }
        Terminal.say("\(devices) devices, \(packets) packets")
    }

    private func close(_ bureau: Bureau) async throws {
        let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        _ = try await SegmentKeeper(book: bureau.book, logger: logger).closeAll()
        let key = try SigningKey(
            name: try KeyName("qingheng.example/bench"), type: .ed25519, secret: Array(repeating: 5, count: 32))
        try await bureau.book.adopt(key.verifier, by: Capabilities.localOperator)
        try await bureau.book.signCheckpoint(with: key)
    }
}

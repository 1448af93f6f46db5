import Logging
import Monitoring
import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Gateway

/// A server of pages only asks the one with the gateway to put all packets on record before a document is sealed.
struct SegmentWishesTests {
    private static let capabilities = [
        RegistryCapability.capability, MonitoringCapability.capability, GatewayCapability.capability,
    ]
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private let bureau: TestBureau
    /// The book as a second process has it, which only reads the packet log.
    private let beside: RecordBook

    init() async throws {
        bureau = try await TestBureau(Self.capabilities)
        let archive = Archive(
            attachments: bureau.book.archive.attachments,
            packets: try PacketLog(directory: bureau.directory + "/packets", isWritable: false),
            catalog: bureau.catalog)
        beside = try await RecordBook(
            database: bureau.book.database, archive: archive, capabilities: Self.capabilities, isReadOnly: true,
            clock: bureau.book.clock)
    }

    @Test func `the process that writes the log closes it for one that reads it, and reads it into the tables`()
        async throws
    {
        try await bureau.book.archive.packets.append([
            PacketEntry(
                receivedMilliseconds: 1_000, peer: "10.0.0.1:1", verdict: PacketVerdict.broken.rawValue,
                raw: Array("##0".utf8))
        ])
        let wishes = SegmentWishes(book: bureau.book, logger: Self.logger)
        let serving = Task {
            while !Task.isCancelled {
                try await wishes.work()
                try await Task.sleep(for: .milliseconds(10))
            }
        }
        let end = try await SegmentKeeper(book: beside, logger: Self.logger).closeAll()
        serving.cancel()
        #expect(end == bureau.book.archive.packets.durableEnd)
        #expect(try await bureau.book.database.read { try RecordStore.packetCursor(in: $0) } == end)
        #expect(beside.archive.packets.closedSegments.count == 1)
    }

    @Test func `who asks is told when nobody with a gateway answers`() async throws {
        await #expect(throws: GatewayAway(waited: .milliseconds(20))) {
            try await SegmentWishes.closeElsewhere(beside, patience: .milliseconds(20))
        }
    }
}

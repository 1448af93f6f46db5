import Foundation
import Ledger
import Logging
import Monitoring
import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Gateway

/// What the check of the packet log names.
@Suite(.timeLimit(.minutes(15)))
struct SegmentAuditTests {
    private static let capabilities = [
        RegistryCapability.capability, MonitoringCapability.capability, GatewayCapability.capability,
    ]

    private let bureau: TestBureau

    init() async throws { bureau = try await TestBureau(Self.capabilities) }

    private var packetPath: String { bureau.directory + "/packets" }

    private func append(_ count: Int) async throws -> [PacketAddress] {
        try await bureau.book.archive.packets.append(
            (0..<count).map { number in
                PacketEntry(
                    receivedMilliseconds: bureau.clock.milliseconds, peer: "10.0.0.1:5000",
                    verdict: PacketVerdict.broken.rawValue, raw: Array("##0009MN=A\(number);no packet\r\n".utf8))
            })
    }

    /// Closes what is there and puts it on record.
    private func close() async throws {
        bureau.clock.advance(seconds: 86_401)
        let keeper = SegmentKeeper(
            book: bureau.book, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        while try await keeper.work() {}
    }

    /// What is found by somebody who opens the directory for looking.
    private func items() async throws -> [String] {
        let archive = Archive(
            attachments: bureau.book.archive.attachments,
            packets: try PacketLog(directory: packetPath, isWritable: false), catalog: bureau.catalog)
        let book = try await RecordBook(
            database: bureau.book.database, archive: archive, capabilities: Self.capabilities, clock: { 0 })
        let found = Findings()
        _ = try await SegmentAudit().run(book) { found.add($0) }
        return found.all.map(\.item)
    }

    private func path(_ ending: String) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: packetPath).sorted()
        return "\(packetPath)/\(try #require(names.last { $0.hasSuffix(ending) }))"
    }

    /// Changes every byte of a file in turn.
    private func flipping(_ path: String, step: Int, _ body: (Int, [String]) -> Void) async throws {
        let content = try Data(contentsOf: URL(fileURLWithPath: path))
        for index in stride(from: 0, to: content.count, by: step) {
            var changed = content
            changed[index] ^= 0x10
            try changed.write(to: URL(fileURLWithPath: path))
            body(index, try await items())
        }
        try content.write(to: URL(fileURLWithPath: path))
        #expect(try await items() == [])
    }

    @Test func `every byte of a closed segment and of its index is covered`() async throws {
        _ = try await append(30)
        try await close()
        let name = try #require(bureau.book.archive.packets.closedSegments.first?.name)
        try await flipping(try path(".zst"), step: 5) { #expect($1 == ["segment/\(name)"], "byte \($0)") }
        try await flipping(try path(".index"), step: 5) { #expect($1 == ["segment-index/\(name)"], "byte \($0)") }
        let index = try path(".index")
        let before = FileManager.default.contents(atPath: index)
        try FileManager.default.removeItem(atPath: index)
        #expect(try await items() == ["segment-index/\(name)"])
        #expect(try await bureau.book.archive.packets.mendIndexes(key: .device) == 1)
        #expect(FileManager.default.contents(atPath: index) == before)
        #expect(try await bureau.book.archive.packets.mendIndexes(key: .device) == 0)
    }

    @Test func `every byte of a packet that no segment covers yet is covered, the last one's too`() async throws {
        _ = try await append(3)
        try await close()
        let addresses = try await append(8)
        try await bureau.projectAllPackets()
        let first = try #require(addresses.first)
        try await flipping(try path(".packets"), step: 3) { index, items in
            let hit = addresses.last { $0.rawValue <= first.rawValue + Int64(index) }
            #expect(items == ["packet/\(hit?.rawValue ?? -1)"], "byte \(index)")
        }
    }

    @Test func `packets are read on behind one that is damaged, and one that is gone is missed`() async throws {
        let addresses = try await append(9)
        try await bureau.projectAllPackets()
        let file = try path(".packets")
        let content = try Data(contentsOf: URL(fileURLWithPath: file))
        var changed = content
        for address in [addresses[2], addresses[6]] { changed[Int(address.rawValue) + 20] ^= 1 }
        try changed.write(to: URL(fileURLWithPath: file))
        #expect(try await items() == ["packet/\(addresses[2].rawValue)", "packet/\(addresses[6].rawValue)"])
        try content.prefix(Int(addresses[8].rawValue)).write(to: URL(fileURLWithPath: file))
        #expect(try await items() == ["packet/\(addresses[8].rawValue)"])
        // What a crash left half written was never acknowledged, but nobody can tell it from damage.
        try (content + [1, 2, 3]).write(to: URL(fileURLWithPath: file))
        #expect(try await items() == ["packet/\(content.count)"])
    }
}

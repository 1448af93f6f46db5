import Foundation
import Testing

@testable import Storage

/// The parts of a backup, copied while others write.
@Suite(.timeLimit(.minutes(15)))
struct StoreCopyTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private var data: String { directory.path + "/data" }
    private var packetPath: String { data + "/packets" }

    private func log() throws -> PacketLog { try PacketLog(directory: packetPath, greatestSegmentBytes: 20_000) }

    private func fill(_ log: PacketLog, _ packets: inout MadeUpPackets, count: Int) async throws -> [LoggedPacket] {
        let entries = (0..<count).map { packets.entry($0) }
        return zip(try await log.append(entries), entries).map { LoggedPacket(address: $0, entry: $1) }
    }

    private func all(_ directory: String) throws -> [LoggedPacket] {
        let log = try PacketLog(directory: directory, isWritable: false)
        var packets: [LoggedPacket] = []
        var position = log.start
        while let page = try Optional(log.read(from: position)), let last = page.last {
            packets += page
            position = log.address(after: last)
        }
        return packets
    }

    private func draft(_ name: String = "backup") throws -> DirectoryDraft {
        try DirectoryDraft(for: directory.path + "/" + name)
    }

    @Test func `a log copied while its segments are closed holds every packet that was on disk before`() async throws {
        var packets = MadeUpPackets(seed: 3)
        let log = try log()
        var before: [LoggedPacket] = []
        for _ in 0..<30 { before += try await fill(log, &packets, count: 40) }
        let ranges = log.endedSegments
        #expect(ranges.count > 5)
        async let closing: Void = {
            for range in ranges { try await log.closeSegment(range, key: MadeUpPackets.key) }
        }()
        for number in 0..<12 {
            before += try await fill(log, &packets, count: 5)
            let draft = try draft("backup-\(number)")
            let extent = try StoreCopy(from: data, into: draft).copyPackets()
            #expect(extent.end >= log.durableEnd)
            try draft.finish()
            #expect(try all(draft.destination + "/packets") == before)
        }
        try await closing
        let last = try draft()
        _ = try StoreCopy(from: data, into: last).copyPackets()
        #expect(try all(last.path + "/packets") == before)
        let kinds = Set(last.files.map { $0.path.split(separator: ".").last ?? "" })
        #expect(kinds == ["zst", "index", "packets"])
    }

    @Test func `a group that is being written is copied up to its last whole entry`() async throws {
        var packets = MadeUpPackets(seed: 4)
        let whole = try await fill(try log(), &packets, count: 9)
        let file = try #require(FileManager.default.contentsOfDirectory(atPath: packetPath).first)
        let handle = try #require(FileHandle(forWritingAtPath: packetPath + "/" + file))
        try handle.seekToEnd()
        try handle.write(contentsOf: PacketEntryFormat.mark + [9, 0, 0, 0, 1])
        let draft = try draft()
        let extent = try StoreCopy(from: data, into: draft).copyPackets()
        #expect(extent.end.rawValue == draft.files.first?.byteCount)
        #expect(try all(draft.path + "/packets") == whole)
    }

    @Test func `the SQL file is copied as it is between two transactions, however often it is written`() async throws {
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        let database = try Database(path: DataDirectory.databasePath(in: data))
        try await database.migrate([
            Migration(id: "1", statements: ["CREATE TABLE a (n INTEGER)", "CREATE TABLE b (n INTEGER)"])
        ])
        let writing = Task {
            for number in 0..<400 {
                try await database.write { connection in
                    try connection.execute("INSERT INTO a (n) VALUES (\(number))")
                    try connection.execute("INSERT INTO b (n) VALUES (\(number))")
                }
            }
        }
        var counts: [Int64] = []
        for number in 0..<10 {
            let draft = try draft("backup-\(number)")
            let copy = try StoreCopy(from: data, into: draft).copyDatabase()
            #expect(try FileManager.default.contentsOfDirectory(atPath: draft.path) == ["qingheng.sqlite"])
            let (a, b) = try await Database(path: copy, isReadOnly: true).read { connection in
                (
                    try connection.first("SELECT count(*) AS n FROM a") { try $0.integer("n") } ?? -1,
                    try connection.first("SELECT count(*) AS n FROM b") { try $0.integer("n") } ?? -2
                )
            }
            #expect(a == b)
            counts.append(a)
        }
        try await writing.value
        #expect(counts == counts.sorted())
    }

    @Test func `only what belongs to the store is copied, and a changed attachment is named`() throws {
        let store = try AttachmentStore(directory: data + "/attachments")
        let (good, bad) = (try store.store([1, 2, 3]), try store.store([4, 5, 6]))
        try Data([7]).write(to: URL(fileURLWithPath: store.path(of: bad)))
        try Data([7]).write(to: URL(fileURLWithPath: data + "/ledger.key"))
        let draft = try draft()
        #expect(try StoreCopy(from: data, into: draft).copyAttachments() == [bad])
        let known = try #require(draft.files.first { $0.sha256 == good.rawValue })
        #expect(draft.files.count == 2)
        #expect(known.byteCount == 3)
        #expect(try FileManager.default.contentsOfDirectory(atPath: draft.path) == ["attachments"])
    }

    @Test func `a file of an earlier backup is shared while it is what that backup says, and copied else`() throws {
        let store = try AttachmentStore(directory: data + "/attachments")
        let ids = [try store.store([1, 2, 3]), try store.store([4, 5, 6])]
        let first = try draft("first")
        _ = try StoreCopy(from: data, into: first).copyAttachments()
        try first.finish()
        let damaged = try #require(first.files.first { $0.sha256 == ids[1].rawValue })
        try Data([9, 9, 9]).write(to: URL(fileURLWithPath: first.destination + "/" + damaged.path))
        let second = try draft("second")
        let earlier = (directory: first.destination, files: first.files)
        #expect(try StoreCopy(from: data, into: second, earlier: earlier).copyAttachments() == [])
        #expect(Set(second.files) == Set(first.files))
        for file in second.files {
            let attributes = try FileManager.default.attributesOfItem(atPath: second.path + "/" + file.path)
            #expect(attributes[.referenceCount] as? Int == (file == damaged ? 1 : 2))
            #expect(FileManager.default.contents(atPath: second.path + "/" + file.path)?.count == 3)
        }
    }

    @Test func `a draft has no name of its own before it is whole, and belongs to one at a time`() throws {
        let path = directory.path + "/backup"
        do {
            let draft = try draft()
            try draft.write([1], as: "qingheng.sqlite")
            #expect(!FileManager.default.fileExists(atPath: path))
            #expect(throws: BackupError(.underWay, detail: path + ".part")) { try self.draft() }
        }
        // What was given up is taken away, what is not ours is not.
        let draft = try draft()
        #expect(try FileManager.default.contentsOfDirectory(atPath: draft.path).isEmpty)
        try draft.finish()
        #expect(FileManager.default.fileExists(atPath: path))
        try FileManager.default.createDirectory(atPath: path + "-2.part", withIntermediateDirectories: true)
        try Data([1]).write(to: URL(fileURLWithPath: path + "-2.part/thesis.docx"))
        #expect(throws: BackupError(.foreignDraft, detail: path + "-2.part/thesis.docx")) {
            try self.draft("backup-2")
        }
        #expect(FileManager.default.fileExists(atPath: path + "-2.part/thesis.docx"))
    }
}

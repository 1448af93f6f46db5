import Foundation
import Ledger
import Storage
import TestKit
import TestStore
import Testing

@testable import Records

/// Backup and restoration of a whole store; one on a server is backed up with the server's own tools.
@Suite(.timeLimit(.minutes(15)), .enabled(if: TestStore.isSQLite, "about SQLite alone"))
struct BackupTests {
    private static let capabilities = [RecordsCapability.capability, NoteRoom.capability]

    private let bureau: TestBureau
    private let folder: String

    init() async throws {
        bureau = try await TestBureau(Self.capabilities)
        folder = bureau.directory + "-copies"
    }

    private func write(_ count: Int) async throws {
        for number in 0..<count {
            try await bureau.book.record(
                Action(
                    actor: TestBureau.actor(Self.capabilities), name: "notes.note.written", subject: "s",
                    body: ["kind": "note", "version": 1, "words": .string("words \(number)")]))
        }
    }

    private func backUp(_ name: String = "b", since earlier: String? = nil) async throws -> Backup {
        try await Backup.make(
            of: bureau.directory, at: "\(folder)/\(name)", since: earlier.map { "\(folder)/\($0)" }, milliseconds: 1_000
        )
    }

    private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(name)") }

    private func withoutTraces(_ body: () async throws -> Void) async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body()
    }

    @Test func `a directory remembers its last backup, what is restored remembers none`() async throws {
        try await withoutTraces {
            #expect(LastBackup(of: bureau.directory) == nil)
            try await write(2)
            let made = LastBackup(try await backUp(), at: "\(folder)/./b")
            try made.note(in: bureau.directory)
            let known = try #require(LastBackup(of: bureau.directory))
            #expect(known == LastBackup(milliseconds: 1_000, place: "\(folder)/b", sequence: 2))
            _ = try await Restoration.run("\(folder)/b", to: "\(folder)/data")
            #expect(LastBackup(of: "\(folder)/data") == nil)
        }
    }

    @Test func `a restored store is the one of the moment of its backup, and goes on from there`() async throws {
        try await withoutTraces {
            try await write(5)
            let attachment = try bureau.book.archive.attachments.store([1, 2, 3])
            let packet = PacketEntry(receivedMilliseconds: 7, peer: "p", verdict: 0, raw: [35, 35])
            try await bureau.book.archive.packets.append([packet])
            let backup = try await backUp()
            #expect(backup.faults.isEmpty)
            #expect(backup.manifest.sequence == 5)
            #expect(backup.manifest.packetEnd == bureau.book.archive.packets.durableEnd)
            let root = try await bureau.book.database.read { try LedgerStore.head(in: $0).root }
            #expect(backup.manifest.root == root.base64)
            try await write(3)

            #expect(try await Restoration.run("\(folder)/b", to: "\(folder)/data") == backup.manifest)
            let restored = try await TestBureau(Self.capabilities, directory: "\(folder)/data")
            let found = Findings()
            for audit in RecordsCapability.capability.audits {
                _ = try await audit.run(restored.book) { found.add($0) }
            }
            #expect(found.all == [])
            #expect(try await restored.book.database.read { try RecordStore.lastSequence(in: $0) } == 5)
            #expect(try restored.book.archive.attachments.bytes(of: attachment) == [1, 2, 3])
            #expect(
                try restored.book.archive.packets.read(from: restored.book.archive.packets.start).map(\.entry) == [
                    packet
                ])
            let next = try await restored.book.record(
                Action(
                    actor: TestBureau.actor(Self.capabilities), name: "notes.note.written", subject: "s", body: [:]))
            #expect(next.sequence == 6)
        }
    }

    @Test func `a backup never replaces anything and never lies in the store`() async throws {
        try await withoutTraces {
            try await write(1)
            _ = try await backUp()
            await #expect(throws: BackupError(.exists, detail: "\(folder)/b")) { try await backUp() }
            await #expect(throws: BackupError(.insideData, detail: bureau.directory + "/b")) {
                try await Backup.make(of: bureau.directory, at: bureau.directory + "/b", milliseconds: 0)
            }
            _ = try await Restoration.run("\(folder)/b", to: "\(folder)/data")
            await #expect(throws: BackupError(.notEmpty, detail: "\(folder)/data")) {
                try await Restoration.run("\(folder)/b", to: "\(folder)/data")
            }
            await #expect(throws: BackupError(.noBackup, detail: "\(folder)/data")) {
                try await Restoration.run("\(folder)/data", to: "\(folder)/other")
            }
        }
    }

    @Test func `a file that changed, shrank or went is named, and nothing is restored`() async throws {
        try await withoutTraces {
            try await write(2)
            _ = try bureau.book.archive.attachments.store([1, 2, 3])
            let manifest = try await backUp().manifest
            #expect(manifest.files.count == 3)
            for file in manifest.files where file.byteCount > 0 {
                let url = URL(fileURLWithPath: "\(folder)/b/\(file.path)")
                let content = try Data(contentsOf: url)
                var changed = content
                changed[changed.count / 2] ^= 4
                for (bytes, code) in [
                    (changed, BackupError.Code.changedFile), (content.dropLast(), .changedFile), (nil, .missingFile),
                ] {
                    try FileManager.default.removeItem(at: url)
                    try bytes?.write(to: url)
                    await #expect(throws: BackupError(code, detail: file.path)) {
                        try await Restoration.run("\(folder)/b", to: "\(folder)/data")
                    }
                    #expect(!exists("data") && !exists("data.part"))
                    try content.write(to: url)
                }
            }
            _ = try await Restoration.run("\(folder)/b", to: "\(folder)/data")
        }
    }

    @Test func `a manifest that is torn, leads out of its directory or is of a later format is refused`() async throws {
        try await withoutTraces {
            try await write(1)
            let manifest = try await backUp().manifest
            let bytes = try manifest.bytes
            #expect(try BackupManifest(bytes) == manifest)
            #expect(throws: BackupError.self) { try BackupManifest(Array(bytes.dropLast(2))) }
            #expect(throws: BackupError.self) { try BackupManifest([]) }
            func replaced(_ old: String, _ new: String) -> [UInt8] {
                Array(String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: old, with: new).utf8)
            }
            #expect(throws: BackupError(.malformedManifest, detail: "../qingheng.sqlite")) {
                try BackupManifest(replaced("\"qingheng.sqlite\"", "\"../qingheng.sqlite\""))
            }
            #expect(throws: BackupError(.malformedManifest, detail: "/etc/x")) {
                try BackupManifest(replaced("\"qingheng.sqlite\"", "\"/etc/x\""))
            }
            #expect(throws: BackupError(.laterFormat, detail: "2")) {
                try BackupManifest(replaced("\"version\":1}", "\"version\":2}"))
            }
        }
    }

    @Test func `a backup that shares files with an earlier one is restored without it`() async throws {
        try await withoutTraces {
            try await write(1)
            _ = try bureau.book.archive.attachments.store([1, 2, 3])
            _ = try await backUp("a")
            try await write(1)
            let second = try await backUp("b", since: "a").manifest
            try FileManager.default.removeItem(atPath: "\(folder)/a")
            #expect(try await Restoration.run("\(folder)/b", to: "\(folder)/data") == second)
        }
    }
}

import Foundation
import Storage
import Testing

struct DataDirectoryTests {
    @Test func `one process at a time owns the data, and the next one is told which`() throws {
        let directory = try TemporaryDirectory()
        let owner = try DataDirectory(path: directory.path + "/data")
        #expect(throws: StorageError(.directoryInUse, detail: "\(ProcessInfo.processInfo.processIdentifier)")) {
            try DataDirectory(path: owner.path)
        }
    }

    @Test func `an attachment is known by its bytes, and changed bytes are found out`() throws {
        let directory = try TemporaryDirectory()
        let store = try AttachmentStore(directory: directory.path)
        let id = try store.store(Array("abc".utf8))
        #expect(id.rawValue == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(try store.store(Array("abc".utf8)) == id)
        #expect(try store.bytes(of: id) == Array("abc".utf8))
        let path = "\(directory.path)/ba/\(id.rawValue.dropFirst(2))"
        try Data("abd".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: StorageError(.damagedAttachment, detail: id.rawValue)) { try store.bytes(of: id) }
    }

    @Test func `many who bring the same bytes at once all find them kept, and no draft is left`() async throws {
        let directory = try TemporaryDirectory()
        let store = try AttachmentStore(directory: directory.path)
        let bytes = [UInt8](repeating: 7, count: 200_000)
        for round in 0..<20 {
            let same = bytes + [UInt8(round)]
            let ids = try await withThrowingTaskGroup(of: AttachmentID.self) { group in
                for _ in 0..<8 { group.addTask { try store.store(same) } }
                return try await group.reduce(into: Set<AttachmentID>()) { $0.insert($1) }
            }
            let id = try #require(ids.first)
            #expect(ids.count == 1)
            #expect(try store.bytes(of: id) == same)
        }
        let files = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
        #expect(files.allSatisfy { !$0.hasSuffix(".part") })
    }
}

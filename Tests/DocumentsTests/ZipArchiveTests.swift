import Testing

@testable import Documents

@Suite struct ZipArchiveTests {
    private let limits = ZipArchive.Limits(entries: 3, totalBytes: 3_000_000, ratio: 100)

    @Test func `what is packed is unpacked, in order`() throws {
        let entries = [
            ZipArchive.Entry(path: "b/中.xml", bytes: Array("x".utf8)), ZipArchive.Entry(path: "a", bytes: []),
            ZipArchive.Entry(path: "c", bytes: (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }),
        ]
        let bytes = try ZipArchive.write(entries)
        #expect(try ZipArchive.read(bytes, limits: limits) == entries)
        #expect(try ZipArchive.read(bytes, limits: limits) { $0 == "a" } == [entries[1]])
    }

    @Test func `bombs and crowds are refused`() throws {
        let zeros = ZipArchive.Entry(path: "z", bytes: [UInt8](repeating: 0, count: 2_000_000))
        let bomb = try ZipArchive.write([zeros])
        #expect(throws: DocumentError(.expandsTooFar, limit: 3_000_000)) {
            try ZipArchive.read(bomb, limits: limits)
        }
        let tight = ZipArchive.Limits(entries: 3, totalBytes: 1_000_000, ratio: 1_000_000)
        #expect(throws: DocumentError(.expandsTooFar, limit: 1_000_000)) { try ZipArchive.read(bomb, limits: tight) }
        let crowd = try ZipArchive.write((0..<4).map { ZipArchive.Entry(path: "\($0)", bytes: []) })
        #expect(throws: DocumentError(.tooManyEntries, limit: 3, found: 4)) {
            try ZipArchive.read(crowd, limits: limits)
        }
    }

    @Test func `what is no archive is an error`() {
        for bytes in [[], [1, 2, 3], Array("PK\u{3}\u{4}".utf8)] as [[UInt8]] {
            let error = #expect(throws: DocumentError.self) { try ZipArchive.read(bytes, limits: limits) }
            #expect(error?.code == .archiveFailed)
        }
    }
}

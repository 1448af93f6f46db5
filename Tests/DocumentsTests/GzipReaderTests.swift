import CZlib
import Testing

@testable import Documents

@Suite struct GzipReaderTests {
    /// One gzip member.
    static func compress(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        deflateInit2_(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        var input = bytes
        return input.withUnsafeMutableBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, UInt(source.count))) + 64) { output, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                deflate(&stream, Z_FINISH)
                count = Int(stream.total_out)
                deflateEnd(&stream)
            }
        }
    }

    private func expand(_ bytes: [UInt8], chunk: Int = 1_000, limit: Int = .max) throws -> [UInt8] {
        try GzipReader(ChunkSource(bytes, chunkBytes: chunk), limit: limit).expanded.readAll(limit: .max)
    }

    private static let text = Array(String(repeating: "站点,AQI,首要污染物\r\n", count: 30_000).utf8)

    @Test(arguments: [1, 7, 1_000_000])
    func `members in a row read as one stream, however they are cut`(chunk: Int) throws {
        let first = Array("one,".utf8)
        let bytes = Self.compress(first) + Self.compress([]) + Self.compress(Self.text) + [0, 0, 0]
        #expect(try expand(bytes, chunk: chunk) == first + Self.text)
    }

    @Test(arguments: [1, 7, 1_000_000])
    func `plain text passes unchanged`(chunk: Int) throws {
        let text = Array(Self.text.prefix(3_000))
        #expect(try expand(text, chunk: chunk) == text)
        #expect(try expand([0x1F], chunk: chunk) == [0x1F])
        #expect(try expand([], chunk: chunk) == [])
    }

    @Test func `a file cut short at any byte is an error, never a shorter file`() {
        let whole = Self.compress(Array(Self.text.prefix(500)))
        for length in 2..<whole.count {
            let error = #expect(throws: DocumentError.self) { try expand(Array(whole.prefix(length))) }
            #expect(error?.code == .gzipTruncated)
        }
    }

    @Test func `a changed byte is found by the check sum`() {
        let whole = Self.compress(Self.text)
        for position in [12, whole.count / 2, whole.count - 6, whole.count - 2] {
            var broken = whole
            broken[position] ^= 0x40
            #expect(throws: DocumentError.self) { try expand(broken) }
        }
    }

    @Test func `text after a member is corruption, not data`() {
        let error = #expect(throws: DocumentError.self) { try expand(Self.compress([1, 2]) + Array("tail".utf8)) }
        #expect(error?.code == .gzipCorrupt)
    }

    @Test func `expansion is bounded`() {
        let error = #expect(throws: DocumentError.self) { try expand(Self.compress(Self.text), limit: 10_000) }
        #expect(error == DocumentError(.expandsTooFar, limit: 10_000))
    }
}

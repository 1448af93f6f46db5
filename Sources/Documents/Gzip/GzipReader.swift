internal import CZlib

/// Reads a stream that may be gzip-compressed (RFC 1952): compressed bytes are expanded, plain bytes pass unchanged.
///
/// Several members in a row are read as one stream; zero bytes after the last member are padding.
package final class GzipReader {
    /// Size of the pieces given, in bytes.
    private static let pieceBytes = 262_144

    private enum State {
        /// Fewer than two bytes were seen.
        case start
        /// Not compressed: pieces pass through.
        case plain
        /// Inside a member.
        case member
        /// After a member: another one, padding or the end may follow.
        case betweenMembers
        case ended
    }

    private let source: ChunkSource
    private let limit: Int
    private var state = State.start
    private var input: [UInt8] = []
    private var inputPosition = 0
    private var produced = 0
    /// zlib keeps the address of this structure, so it lives outside the object.
    private let stream: UnsafeMutablePointer<z_stream>
    private var isStreamOpen = false

    /// - Parameter limit: most bytes given in all; a small file can expand a thousandfold.
    package init(_ source: ChunkSource, limit: Int = .max) {
        self.source = source
        self.limit = limit
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
    }

    deinit {
        if isStreamOpen { inflateEnd(stream) }
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// The expanded bytes as a stream.
    package var expanded: ChunkSource { ChunkSource { try self.next() } }

    /// The next piece, or `nil` at the end.
    ///
    /// - Throws: `DocumentError.gzipTruncated`, `.gzipCorrupt`, `.expandsTooFar`, or what the source throws.
    package func next() throws -> [UInt8]? {
        guard let piece = try step() else { return nil }
        produced += piece.count
        guard produced <= limit else { throw DocumentError(.expandsTooFar, limit: limit) }
        return piece
    }

    private func step() throws -> [UInt8]? {
        while true {
            switch state {
            case .start:
                try begin()
            case .plain:
                if inputPosition < input.count {
                    defer { inputPosition = input.count }
                    return inputPosition == 0 ? input : Array(input[inputPosition...])
                }
                guard try pull() else { return nil }
            case .member:
                let piece = try inflateSome()
                if !piece.isEmpty { return piece }
            case .betweenMembers:
                try findNextMember()
            case .ended:
                return nil
            }
        }
    }

    /// Tells compressed from plain by the first two bytes.
    private func begin() throws {
        var first: [UInt8] = []
        while first.count < 2, let piece = try source.next() { first += piece }
        input = first
        inputPosition = 0
        guard first.count >= 2, first[0] == 0x1F, first[1] == 0x8B else {
            state = .plain
            return
        }
        // 15 bits of window, and 16: a gzip wrapper, whose check sum and length zlib verifies.
        let result = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard result == Z_OK else { throw DocumentError(.gzipCorrupt, value: "zlib \(result)") }
        isStreamOpen = true
        state = .member
    }

    private func pull() throws -> Bool {
        guard let piece = try source.next() else { return false }
        input = piece
        inputPosition = 0
        return true
    }

    private func inflateSome() throws -> [UInt8] {
        while inputPosition == input.count {
            guard try pull() else { throw DocumentError(.gzipTruncated) }
        }
        var result = Z_OK
        let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceBytes) { output, count in
            input.withUnsafeMutableBufferPointer { bytes in
                let available = UnsafeMutableBufferPointer(rebasing: bytes[inputPosition...])
                stream.pointee.next_in = available.baseAddress
                stream.pointee.avail_in = UInt32(clamping: available.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(Self.pieceBytes)
                let given = Int(stream.pointee.avail_in)
                result = inflate(stream, Z_NO_FLUSH)
                inputPosition += given - Int(stream.pointee.avail_in)
            }
            count = Self.pieceBytes - Int(stream.pointee.avail_out)
        }
        switch result {
        case Z_OK, Z_BUF_ERROR:
            break
        case Z_STREAM_END:
            state = .betweenMembers
        default:
            let word = stream.pointee.msg.map { String(cString: $0) } ?? "zlib \(result)"
            throw DocumentError(.gzipCorrupt, value: word)
        }
        return piece
    }

    private func findNextMember() throws {
        while true {
            while inputPosition < input.count, input[inputPosition] == 0 { inputPosition += 1 }
            if inputPosition < input.count {
                // Anything but a new member makes zlib report an incorrect header.
                guard inflateReset(stream) == Z_OK else { throw DocumentError(.gzipCorrupt, value: "inflateReset") }
                state = .member
                return
            }
            guard try pull() else {
                state = .ended
                return
            }
        }
    }
}

@testable import HJ212

/// What a scanner makes of a stream, in a form that can be compared.
struct Scanned: Equatable {
    struct Result: Equatable {
        let bytes: [UInt8]
        let segment: [UInt8]
        let boundary: Frame.Boundary
        let checksum: ChecksumMatch
    }

    let frames: [Result]
    let pending: [UInt8]
    let tally: FrameScanner.Tally

    /// Feeds the bytes in chunks of one size, or all at once.
    init(_ bytes: [UInt8], chunk: Int? = nil) {
        let size = max(1, chunk ?? bytes.count)
        self.init(stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) })
    }

    init(_ chunks: [[UInt8]]) {
        var scanner = FrameScanner()
        var frames: [Frame] = []
        for chunk in chunks {
            scanner.feed(chunk)
            while let frame = scanner.next() { frames.append(frame) }
        }
        pending = Array(scanner.pending)
        frames += scanner.flush()
        self.frames = frames.map {
            Result(bytes: Array($0.bytes), segment: Array($0.segment), boundary: $0.boundary, checksum: $0.checksum)
        }
        tally = scanner.tally
    }
}

/// Cuts frames out of the byte stream of one connection (HJ 212-2017; HJ 212-2025, Annex A).
///
/// Feed it what a socket delivers and take frames until there is none. It finds its place again after noise, cut frames
/// and wrong length fields, keeps at most `Limits.frameBytes` of an unfinished frame, and looks at each byte a bounded
/// number of times. What it gives out depends only on the bytes, never on how they were divided into chunks.
///
/// How the end of a frame is found, in the order of the bytes:
/// 1. where the length field says, if `&&` and four hex digits stand there, or a right check value without `&&`;
/// 2. at `&&` and four hex digits that are the right check value of what precedes, whatever the length field says;
/// 3. of ciphered content, at `}`, at most 15 clear characters, `&&` and four hex digits;
/// 4. at the start of the next frame, at `Limits.frameBytes` or at the end of the stream: there the best end before it
///    is taken, and if there is none the frame is given out as broken.
public struct FrameScanner: Sendable {
    /// What the scanner met so far.
    public struct Tally: Sendable, Hashable {
        /// Bytes fed.
        public var bytes = 0
        /// Frames given out, broken ones included.
        public var frames = 0
        /// Frames whose check value is not right, ciphered ones excluded.
        public var wrongChecksums = 0
        /// Frames whose length field is wrong, ciphered ones excluded.
        public var wrongLengths = 0
        /// Frames that were cut off or had no recognisable end.
        public var brokenFrames = 0
        /// Bytes outside frames that are not line ends, blanks or NUL.
        public var noiseBytes = 0
        /// Noise since the last start of a frame: see `Limits.noiseBytesBeforeClosing`.
        public var noiseBytesSinceStart = 0
    }

    /// What the scanner met so far.
    public private(set) var tally = Tally()

    /// Bytes looked at, counting each time: the tests prove with it that the work is linear.
    private(set) var examinedBytes = 0

    private var buffer: [UInt8] = []
    /// Everything before has been judged.
    private var cursor = 0
    private var candidate: FrameCandidate?
    private var isFinal = false

    /// A scanner at the beginning of a stream.
    public init() {}

    /// Bytes of an unfinished frame that wait for more.
    public var pending: ArraySlice<UInt8> { buffer[keptFrom...] }

    private var keptFrom: Int { candidate?.position ?? cursor }

    /// Takes bytes from the connection. Take frames with `next()` until it returns nil before feeding again.
    ///
    /// Complexity: O(length of the chunk) amortised; an array fed to an empty scanner is shared, not copied.
    public mutating func feed(_ chunk: [UInt8]) {
        tally.bytes += chunk.count
        discardJudged()
        if buffer.isEmpty {
            buffer = chunk
        } else {
            buffer.append(contentsOf: chunk)
        }
    }

    /// Takes bytes from the connection: see `feed(_:)` for arrays.
    public mutating func feed(_ chunk: UnsafeRawBufferPointer) {
        tally.bytes += chunk.count
        discardJudged()
        buffer.append(contentsOf: chunk)
    }

    /// Lets go of the bytes of frames that were given out, so that a connection on which nothing comes holds none.
    public mutating func releaseJudged() { discardJudged() }

    /// Frames given out share the buffer; a new one for the little that is left leaves theirs alone.
    private mutating func discardJudged() {
        let kept = keptFrom
        guard kept > 0 else { return }
        buffer = kept == buffer.count ? [] : Array(buffer[kept...])
        cursor -= kept
        candidate?.shift(by: kept)
    }

    /// The next frame, or nil when more bytes are needed.
    public mutating func next() -> Frame? {
        guard let found = search() else { return nil }
        let frame = Frame(
            storage: buffer, range: found.position..<found.checksumEnd, start: found.start,
            segmentEnd: found.segmentEnd, checksumEnd: found.checksumEnd, boundary: found.boundary,
            checksum: found.checksum)
        count(frame)
        return frame
    }

    /// Settles what is pending, at the end of the stream or after `Limits.partialFrameSeconds` of silence.
    ///
    /// A frame that only lacks its line end or its check value is given out; the beginning of a frame is dropped, look
    /// at `pending` first to keep it as evidence. The scanner can be fed again afterwards.
    public mutating func flush() -> [Frame] {
        isFinal = true
        defer { isFinal = false }
        var frames: [Frame] = []
        while let frame = next() { frames.append(frame) }
        if candidate != nil {
            tally.brokenFrames += 1
            candidate = nil
        }
        cursor = buffer.count
        return frames
    }

    private mutating func search() -> FrameSearch.Found? {
        buffer.withUnsafeBytes { bytes in
            var search = FrameSearch(bytes: bytes, cursor: cursor, candidate: candidate, isFinal: isFinal)
            let found = search.run()
            cursor = search.cursor
            candidate = search.candidate
            examinedBytes += search.examinedBytes
            tally.noiseBytes += search.noiseBytes
            tally.noiseBytesSinceStart =
                search.noiseBytesSinceStart + (search.sawStart ? 0 : tally.noiseBytesSinceStart)
            return found
        }
    }

    private mutating func count(_ frame: Frame) {
        tally.frames += 1
        switch frame.boundary {
        case .broken: tally.brokenFrames += 1
        case .cipher: break
        case .length, .arbitration, .record:
            if frame.checksum != .right { tally.wrongChecksums += 1 }
            if !frame.isLengthRight { tally.wrongLengths += 1 }
        }
    }
}

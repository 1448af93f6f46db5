/// One run of the scanner over its buffer: from the saved position to the next frame or to the last byte.
///
/// Every decision is taken at a position of the stream with a bounded look ahead; when the bytes for it are not there yet
/// the run stops, so that a later run decides the same.
struct FrameSearch {
    /// A frame, as positions in the buffer.
    struct Found {
        var position: Int
        var start: FrameStart
        var segmentEnd: Int
        var checksumEnd: Int
        var boundary: Frame.Boundary
        /// When it is known already.
        var checksum: ChecksumMatch?
    }

    /// What the look at one position led to.
    enum Step {
        case goOn
        case wait
        /// The frame stands in `found`.
        case take
    }

    let bytes: UnsafeRawBufferPointer
    var cursor: Int
    var candidate: FrameCandidate?
    let isFinal: Bool
    var examinedBytes = 0
    /// The frame that a step came upon; kept here so that steps stay small.
    var found: Found?
    private(set) var noiseBytes = 0
    private(set) var noiseBytesSinceStart = 0
    private(set) var sawStart = false

    init(bytes: UnsafeRawBufferPointer, cursor: Int, candidate: FrameCandidate?, isFinal: Bool) {
        self.bytes = bytes
        self.cursor = cursor
        self.candidate = candidate
        self.isFinal = isFinal
    }

    /// Runs to the next frame; nil when the bytes are used up.
    mutating func run() -> Found? {
        while true {
            let step: Step
            if let current = candidate {
                step = advance(current)
            } else {
                step = findStart()
            }
            switch step {
            case .goOn: continue
            case .wait: return nil
            case .take:
                candidate = nil
                return found
            }
        }
    }

    // MARK: Before a frame

    private mutating func findStart() -> Step {
        let hash = ByteSearch.position(of: ASCII.hash, or: ASCII.hash, in: bytes, from: cursor, to: bytes.count)
        skip(to: hash)
        guard hash < bytes.count else { return .wait }
        guard hash + 1 < bytes.count || isFinal else { return .wait }
        guard hash + 1 < bytes.count, bytes[hash + 1] == ASCII.hash else {
            skip(to: hash + 1)
            return .goOn
        }
        switch FrameStart.match(in: bytes, at: hash, isFinal: isFinal) {
        case .needsMore: return .wait
        case .nothing: skip(to: hash + 1)
        case .start(let start):
            candidate = FrameCandidate(position: hash, start: start)
            cursor = hash + start.segmentOffset
            sawStart = true
            noiseBytesSinceStart = 0
        }
        return .goOn
    }

    /// Passes over bytes that belong to no frame, and counts those that are more than padding.
    private mutating func skip(to end: Int) {
        var noise = 0
        for byte in bytes[cursor..<end] where byte != 0 && !ASCII.isBlank(byte) { noise += 1 }
        noiseBytes += noise
        noiseBytesSinceStart += noise
        examinedBytes += end - cursor
        cursor = end
    }

    // MARK: Inside a frame

    private mutating func advance(_ current: FrameCandidate) -> Step {
        let bound = current.position + Limits.frameBytes
        var stop = min(bytes.count, bound)
        if let end = current.lengthEnd { stop = min(stop, max(cursor, end - 2)) }
        let special = ByteSearch.position(
            of: ASCII.hash, or: ASCII.ampersand, in: bytes, from: cursor, to: stop)
        examinedBytes += special - cursor + 1
        cursor = special
        if special < stop {
            return bytes[special] == ASCII.hash ? atHash(current) : atAmpersand(current)
        }
        if let end = current.lengthEnd, special >= end - 2 { return atLengthEnd(current, end: end) }
        if special == bound { return settle(current, before: bound) }
        return isFinal ? settleAtEnd(current) : .wait
    }

    /// A `#` inside a frame: the start of another one ends it.
    private mutating func atHash(_ current: FrameCandidate) -> Step {
        guard cursor + 1 < bytes.count else { return passOrWait() }
        guard bytes[cursor + 1] == ASCII.hash else { return pass(1) }
        switch FrameStart.match(in: bytes, at: cursor, isFinal: isFinal) {
        case .needsMore: return .wait
        case .nothing: return pass(1)
        case .start: return settle(current, before: cursor)
        }
    }

    /// An `&` inside a frame: opens the content, closes it, or is text.
    private mutating func atAmpersand(_ current: FrameCandidate) -> Step {
        guard cursor + 1 < bytes.count else { return passOrWait() }
        guard bytes[cursor + 1] == ASCII.ampersand else { return pass(1) }
        if !current.isOpened, isOpening(cursor, in: current) {
            guard cursor + 5 <= bytes.count || isFinal else { return .wait }
            candidate?.isOpened = true
            candidate?.isCiphered = ByteSearch.opensCipher(bytes, at: cursor + 2, before: bytes.count)
            return pass(2)
        }
        guard cursor + 6 <= bytes.count else { return passOrWait() }
        guard isHex(from: cursor + 2) else { return pass(1) }
        if current.isCiphered {
            guard closesCipher(cursor, in: current) else { return pass(1) }
            return take(current, segmentEnd: cursor + 2, boundary: .cipher)
        }
        let register = checksum(upTo: cursor + 2)
        if register == hexValue(at: cursor + 2) {
            return take(current, segmentEnd: cursor + 2, boundary: .arbitration, checksum: .right)
        }
        candidate?.lastClosing = cursor
        return pass(1)
    }

    /// The place where the length field puts the end of the segment.
    private mutating func atLengthEnd(_ current: FrameCandidate, end: Int) -> Step {
        guard end + 4 <= bytes.count || isFinal else { return .wait }
        candidate?.lengthEnd = nil
        guard end + 4 <= bytes.count, isHex(from: end) else { return .goOn }
        let isClosed =
            bytes[end - 2] == ASCII.ampersand && bytes[end - 1] == ASCII.ampersand && !isOpening(end - 2, in: current)
        if current.isCiphered {
            guard isClosed, closesCipher(end - 2, in: current) else { return .goOn }
            return take(current, segmentEnd: end, boundary: .cipher)
        }
        let segment = UnsafeRawBufferPointer(rebasing: bytes[current.segmentStart..<end])
        examinedBytes += segment.count
        let isRight = Checksum.value(of: segment) == hexValue(at: end)
        guard isClosed || isRight else { return .goOn }
        return take(current, segmentEnd: end, boundary: .length, checksum: isRight ? .right : nil)
    }

    private mutating func pass(_ count: Int) -> Step {
        cursor += count
        return .goOn
    }

    /// Too few bytes to judge: there will be more, or there is nothing to judge.
    private mutating func passOrWait() -> Step {
        isFinal ? pass(1) : .wait
    }

    /// Goes on with the check value of the candidate; the work adds up to one pass over the frame.
    private mutating func checksum(upTo end: Int) -> UInt16 {
        guard var current = candidate else { return 0 }
        let rest = UnsafeRawBufferPointer(rebasing: bytes[current.registerPosition..<end])
        examinedBytes += rest.count
        current.register = Checksum.continuing(current.register, over: rest)
        current.registerPosition = end
        candidate = current
        return current.register
    }
}

extension Packet {
    /// All packets in a stream as a socket delivers it, or in a log, each with its line end.
    ///
    /// A packet that was cut off by the next one is given with its issues, and so is a line with `CP=` that has lost its
    /// `##`. The beginning of a packet at the very end and other noise are not packets: `FrameScanner` counts them.
    public static func all(in bytes: [UInt8]) -> [Packet] {
        var scanner = FrameScanner()
        scanner.feed(bytes)
        var packets: [Packet] = []
        var end = 0
        func add(_ frame: Frame) {
            packets += headerless(in: bytes, from: end, to: frame.range.lowerBound)
            end = trailingEnd(in: bytes, from: frame.range.upperBound)
            packets.append(Packet(Frame(record: frame.range.lowerBound..<end, in: bytes) ?? frame))
        }
        while let frame = scanner.next() { add(frame) }
        let pendingStart = bytes.count - scanner.pending.count
        scanner.flush().forEach(add)
        return packets + headerless(in: bytes, from: end, to: pendingStart)
    }

    /// Reads the bytes of one frame that a `FrameScanner` gave and that were kept: the packet is the one it was then, so that
    /// a profile judges it as it did.
    ///
    /// A length field that is no number (`##00AB`) leaves open where the segment begins; only the scanner tries it out.
    ///
    /// - Returns: nil when the bytes do not begin with `##`.
    public init?(kept record: [UInt8]) {
        guard let frame = Frame(record: record) else { return nil }
        if frame.checksum == .right {
            self.init(frame)
            return
        }
        var scanner = FrameScanner()
        scanner.feed(record)
        let found = scanner.next() ?? scanner.flush().first
        self.init(found?.checksum == .right ? found ?? frame : frame)
    }

    /// Bytes between a check value and a line end that are taken for a spoiled check value and not for noise.
    private static let strayBytes = 8

    /// Where the bytes after a check value stop belonging to its packet: a few stray ones when a line end follows them,
    /// line ends (also written as text), blanks and NUL padding.
    private static func trailingEnd(in bytes: [UInt8], from start: Int) -> Int {
        let stray = bytes[start...].prefix(strayBytes).prefix { $0 != ASCII.hash && !ASCII.isLineEnd($0) }
        let isLine = stray.endIndex == bytes.count || ASCII.isLineEnd(bytes[stray.endIndex])
        var end = isLine ? stray.endIndex : start
        while end < bytes.count {
            if bytes[end] == 0 || ASCII.isBlank(bytes[end]) {
                end += 1
            } else if bytes[end...].starts(with: #"\r"#.utf8) || bytes[end...].starts(with: #"\n"#.utf8) {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// Lines of noise that hold `CP=`.
    private static func headerless(in bytes: [UInt8], from start: Int, to end: Int) -> [Packet] {
        guard start < end, contentMark(in: bytes[start..<end]) else { return [] }
        var packets: [Packet] = []
        var lineStart = start
        while lineStart < end {
            let line = bytes[lineStart..<end].prefix { $0 != ASCII.lineFeed }
            let lineEnd = min(line.endIndex + 1, end)
            if contentMark(in: line), lineEnd - lineStart <= Limits.frameBytes {
                // A length may be there though what follows it is no start: `##0079&QN=`.
                let hash = line.firstIndex(of: ASCII.hash) ?? lineEnd
                let frame = Frame(record: hash..<lineEnd, in: bytes)
                packets.append(Packet(frame ?? Frame(headerless: lineStart..<lineEnd, in: bytes)))
            }
            lineStart = lineEnd
        }
        return packets
    }

    private static func contentMark(in bytes: ArraySlice<UInt8>) -> Bool {
        bytes.indices.contains { bytes[$0] == UInt8(ascii: "C") && bytes[$0...].starts(with: "CP=".utf8) }
    }
}

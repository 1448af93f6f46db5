import Testing

@testable import HJ212

/// The scanner's work is linear in what it is sent. It is counted, not timed.
struct FloodTests {
    /// A byte is looked at while searching a start, while searching an end, for the check value at the stated length and
    /// for the check value on the way, twice when an end must be found backwards, and once more after a frame ended earlier
    /// than it was searched.
    private static let looksAtAByte = 8

    private static let patterns: [String] = [
        "#", "##", "##9999", "##9999QN=", "##9999QN=1;CP=&&", "##9999QN=1;CP=&&&&1234", "&&0000", "##0010QN=&&&&0000",
        "##1a", "##QN", "##9999abcdefghijkl", "##0004QN=1", "# #", "##99999QN=&", "CP=&&{0x", "}&&0000", "\r\n",
        "##0400QN=1;CP=&&a-Rtd=1&&0000##", "##9990QN=1;CP=&&a-Rtd=1&&1234 ",
    ]

    private func work(_ bytes: [UInt8], chunk: Int) -> (examined: Int, most: Int) {
        var scanner = FrameScanner()
        var most = 0
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            scanner.feed(Array(bytes[start..<min(start + chunk, bytes.count)]))
            while let frame = scanner.next() { most = max(most, frame.bytes.count) }
            most = max(most, scanner.pending.count)
        }
        _ = scanner.flush()
        return (scanner.examinedBytes, most)
    }

    @Test(arguments: patterns)
    func `a flood of one pattern costs a bounded number of looks a byte`(pattern: String) {
        let unit = Array(pattern.utf8)
        let flood = Array(repeatElement(unit, count: 150_000 / unit.count).joined())
        let work = work(flood, chunk: 65_536)
        #expect(work.examined <= Self.looksAtAByte * flood.count)
        #expect(work.most <= Limits.frameBytes)
    }

    @Test(arguments: patterns)
    func `an endless frame full of a pattern costs a bounded number of looks a byte`(pattern: String) {
        let unit = Array(pattern.utf8)
        let flood = Array("##9999QN=1;CP=&&".utf8) + Array(repeatElement(unit, count: 100_000 / unit.count).joined())
        #expect(work(flood, chunk: 1460).examined <= Self.looksAtAByte * flood.count)
    }

    @Test func `single bytes cost no more than large chunks`() {
        let unit = Array("##9999QN=1;CP=&&a-Rtd=1&&0000".utf8)
        let flood = Array(repeatElement(unit, count: 2000).joined())
        #expect(work(flood, chunk: 1).examined <= (Self.looksAtAByte + 1) * flood.count)
    }
}

import Testing

@testable import HJ212

struct FrameScannerTests {
    /// A made packet; only its framing matters.
    private static let goodText = "##0049ST=32;CN=2011;PW=123456;MN=A1;CP=&&w01018-Rtd=1&&18C0\r\n"
    private let annexA = GoldenPackets.bytes(GoldenPackets.annexA)

    private func scan(_ text: String) -> Scanned { Scanned(Array(text.utf8)) }

    @Test func `a frame is given out as soon as its check value is complete`() {
        var scanner = FrameScanner()
        scanner.feed(Array(annexA.dropLast(3)))
        #expect(scanner.next().map(\.boundary) == nil)
        scanner.feed(Array(annexA.suffix(3).prefix(1)))
        let frame = scanner.next()
        #expect(frame?.bytes.elementsEqual(annexA.dropLast(2)) == true)
        #expect(frame?.isAcceptable == true)
        #expect(frame?.boundary == .length)
        scanner.feed(Array(annexA.suffix(2)))
        #expect(scanner.next().map(\.boundary) == nil)
        #expect(scanner.tally.noiseBytes == 0)
    }

    @Test(arguments: [0, 3, 95, 107, 9999])
    func `a wrong length field does not lose the frame`(length: Int) {
        let digits = String(repeating: "0", count: 4 - String(length).count) + String(length)
        let text = "##\(digits)" + GoldenPackets.annexA.dropFirst(6)
        let scanned = scan(text + text)
        #expect(scanned.frames.map(\.boundary) == [.arbitration, .arbitration])
        #expect(scanned.frames.map(\.checksum) == [.right, .right])
        #expect(scanned.tally.wrongLengths == 2)
    }

    @Test(arguments: ["##101QN", "##00101QN", "## 101QN", "##QN", "##0065hQN", "##0x65QN", "##0101X1=1;QN"])
    func `a spoiled length field does not lose the frame`(start: String) {
        let scanned = scan("SN:1\r\n" + start + GoldenPackets.annexA.dropFirst(8) + Self.goodText)
        #expect(scanned.frames.map(\.checksum).last == .right)
        #expect(scanned.frames.count == 2)
    }

    @Test(arguments: ["##65QN", "##00ADQN", "##0x65QN", "## 101QN"])
    func `what is left of a spoiled length does not belong to the segment`(start: String) {
        let scanned = scan(start + GoldenPackets.annexA.dropFirst(8) + Self.goodText)
        #expect(scanned.frames.map(\.checksum) == [.right, .right])
        #expect(scanned.frames.first?.segment.starts(with: "QN=2016".utf8) == true)
    }

    @Test func `noise before, between and after frames is counted and skipped`() {
        let scanned = scan("AT+OK\r\n" + GoldenPackets.annexA + "\r\n\0\0#" + Self.goodText + "xyz")
        #expect(scanned.frames.map(\.checksum) == [.right, .right])
        #expect(scanned.tally.noiseBytes == "AT+OK".count + 1 + "xyz".count)
        #expect(scanned.tally.noiseBytesSinceStart == 3)
    }

    @Test func `what is not HJ 212 at all is noise`() {
        let request = "GET / HTTP/1.1\r\nHost: x\r\n\r\n"
        for text in [request, "##", "##9999", "\u{16}\u{3}\u{1}", "#1#2#3", "##1;##2&&##3="] {
            #expect(scan(text).frames.isEmpty)
        }
    }

    @Test func `a frame cut off by the next one is given out as broken, the next one whole`() {
        let cut = String(GoldenPackets.annexA.prefix(70))
        let scanned = scan(cut + GoldenPackets.annexA)
        #expect(scanned.frames.map(\.boundary) == [.broken, .length])
        #expect(scanned.frames.first?.bytes == Array(cut.utf8))
        #expect(scanned.tally.brokenFrames == 1)
    }

    @Test func `a bad check value spoils only its own frame`() {
        let bad = GoldenPackets.annexA.replacing("1C80", with: "1C81")
        let scanned = scan(GoldenPackets.annexA + bad + GoldenPackets.annexA)
        #expect(scanned.frames.map(\.checksum) == [.right, .wrong, .right])
        #expect(scanned.tally.wrongChecksums == 1)
    }

    @Test func `marks inside a value do not end a frame whose length is right`() throws {
        for value in ["A&&B", "a##0001b", "//one\r\ntwo//", "&&FFFF", "#", "##", "&"] {
            let frame = try PacketWriter.frame(ofSegment: Array("ST=32;CN=3020;CP=&&i11001-Info=\(value);A=1&&".utf8))
            #expect(Scanned(frame + annexA).frames.map(\.boundary) == [.length, .length], "\(value)")
        }
    }

    @Test func `without a closing mark length and check value together are enough`() throws {
        let frame = try PacketWriter.frame(ofSegment: Array("ST=32;CN=2011;CP=&&w01018-Rtd=1".utf8))
        #expect(Scanned(frame).frames.map(\.checksum) == [.right])
        let wrongLength = Array("##0035".utf8) + frame.dropFirst(6)
        #expect(Scanned(wrongLength + annexA).frames.map(\.checksum) == [.right, .right])
    }

    @Test func `ciphered content ends at its brace, whatever the length says`() {
        let text = GoldenPackets.ciphered
        let scanned = scan(text + GoldenPackets.annexA + text)
        #expect(scanned.frames.map(\.boundary) == [.cipher, .length, .cipher])
        #expect(scanned.frames.first?.bytes == Array(text.utf8.dropLast(2)))
        #expect(scanned.tally.wrongChecksums == 0)
        let packet = Packet.all(in: Array(text.utf8)).first
        #expect(packet?.isCiphered == true)
        #expect(packet?.frame.isAcceptable == false)
        // 144 ciphered bytes stand for 144 characters: the plain segment has the 234 bytes announced.
        #expect(packet?.isValid == true)
    }

    @Test func `the brace of the packet before does not close ciphered content`() {
        let text = "##0172QN=2CP}##01CP=&&{0x85&&7223" + Self.goodText
        for size in [1, 2, 7, 100] {
            #expect(Scanned(Array(text.utf8), chunk: size).frames.map(\.boundary) == [.broken, .broken, .length])
        }
    }

    @Test func `a frame that never ends is given up at the bound`() {
        let endless = "##9999QN=1;CP=&&" + String(repeating: "a", count: 3 * Limits.frameBytes)
        let scanned = scan(endless + GoldenPackets.annexA)
        #expect(scanned.frames.map(\.boundary) == [.broken, .length])
        #expect(scanned.frames.first?.bytes.count == Limits.frameBytes)
        var scanner = FrameScanner()
        for byte in endless.utf8 {
            scanner.feed([byte])
            while let frame = scanner.next() { #expect(frame.boundary == .broken) }
            #expect(scanner.pending.count <= Limits.frameBytes)
        }
    }

    @Test func `flushing settles what only lacks its end and drops what was cut`() {
        var scanner = FrameScanner()
        scanner.feed(Array("##0400QN=1;ST=91;CN=9021;CP=&&&&".utf8))
        #expect(scanner.next().map(\.boundary) == nil)
        #expect(scanner.flush().map(\.checksum) == [.absent])

        scanner.feed(Array(annexA.prefix(60)))
        #expect(scanner.next().map(\.boundary) == nil)
        #expect(scanner.pending.count == 60)
        #expect(scanner.flush().isEmpty)
        #expect(scanner.tally.brokenFrames == 1)

        scanner.feed(annexA)
        #expect(scanner.next()?.isAcceptable == true)
    }

    @Test func `frames stay whole while the scanner goes on`() {
        var scanner = FrameScanner()
        var kept: [Frame] = []
        for _ in 0..<50 {
            for byte in annexA {
                scanner.feed([byte])
                if let frame = scanner.next() { kept.append(frame) }
            }
        }
        #expect(kept.count == 50)
        #expect(kept.allSatisfy { $0.bytes.elementsEqual(annexA.dropLast(2)) })
    }
}

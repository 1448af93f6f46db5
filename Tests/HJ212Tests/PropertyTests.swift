import Testing

@testable import HJ212

/// Laws that hold for whatever is sent, tried with made packets and spoiled streams.
struct PropertyTests {
    private func word(_ letters: String, _ lengths: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
        let letters = Array(letters)
        let count = Int.random(in: lengths, using: &random)
        return String((0..<count).map { _ in letters.randomElement(using: &random) ?? "0" })
    }

    private struct Made {
        let bytes: [UInt8]
        let pairs: [[[String]]]
        let mn: String
    }

    private func madePacket(_ random: inout SeededGenerator) throws -> Made {
        let mn = word("0123456789ABCDEF", 24...24, &random)
        var writer = PacketWriter(
            qn: word("0123456789", 17...17, &random), systemType: .airSource, command: .minuteData, password: "123456",
            mn: mn, flag: PacketFlag(version: .v2017, wantsAnswer: Bool.random(using: &random)))
        let time = word("0123456789", 14...14, &random)
        writer.add(["DataTime": time])
        var pairs = [[["DataTime", time]]]
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            let code = word("aw", 1...1, &random) + word("0123456789", 5...5, &random)
            let value = word("0123456789.#\r\n水气".filter { !$0.isNewline }, 0...9, &random)
            writer.add(code: code, [(.average, value), (.flag, "N")])
            pairs.append([["\(code)-Avg", value], ["\(code)-Flag", "N"]])
        }
        return Made(bytes: try writer.frame(), pairs: pairs, mn: mn)
    }

    @Test func `what is written is read back`() throws {
        var random = SeededGenerator(state: 2017)
        for _ in 0..<400 {
            let made = try madePacket(&random)
            let packets = Packet.all(in: made.bytes)
            #expect(packets.count == 1)
            let packet = try #require(packets.first)
            #expect(packet.isValid)
            #expect(packet.issues.filter { $0 != .duplicateName }.isEmpty)
            #expect(packet.head(.mn)?.string == made.mn)
            #expect(packet.groups.map { $0.map { [$0.name.string, $0.value?.string ?? ""] } } == made.pairs)
        }
    }

    @Test func `every packet of a stream comes out however it is divided`() throws {
        var random = SeededGenerator(state: 2025)
        for _ in 0..<40 {
            let made = try (0..<20).map { _ in try madePacket(&random).bytes }
            var rest = made.flatMap { $0 }[...]
            var chunks: [[UInt8]] = []
            while !rest.isEmpty {
                let size = Int.random(in: 1...700, using: &random)
                chunks.append(Array(rest.prefix(size)))
                rest = rest.dropFirst(size)
            }
            let scanned = Scanned(chunks)
            #expect(scanned.frames.map(\.bytes) == made.map { Array($0.dropLast(2)) })
        }
    }

    @Test func `a spoiled stream gives the same frames for every division and never traps`() throws {
        var random = SeededGenerator(state: 2005)
        let marks = Array("#&=;,{}0x\r\n\0QNCP\u{ff}".utf8) + Array("##0101QN=".utf8) + Array("&&1C80".utf8)
        for _ in 0..<300 {
            var stream = try (0..<4).flatMap { _ in try madePacket(&random).bytes }
            for _ in 0..<Int.random(in: 1...25, using: &random) {
                let index = Int.random(in: 0..<stream.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: stream[index] = marks.randomElement(using: &random) ?? 0
                case 1: stream.remove(at: index)
                case 2:
                    let mark = marks[index % marks.count]
                    stream.insert(contentsOf: repeatElement(mark, count: index % 4), at: index)
                default:
                    let end = index + Int.random(in: 0...60, using: &random)
                    stream.removeSubrange(index..<min(stream.count, end))
                }
                if stream.isEmpty { stream = [0] }
            }
            let whole = Scanned(stream)
            for size in [1, 2, 7, 50] { #expect(Scanned(stream, chunk: size) == whole) }
            for line in PacketJSON.decodeStream(stream) { #expect(String(validating: line, as: UTF8.self) != nil) }
        }
    }

    @Test func `random bytes never trap`() {
        var random = SeededGenerator(state: 1)
        let letters = Array("##&&QNSTCP=;,{}0x019afF\r\n".utf8) + [0, 0xFF, 0xB2, 0xE4]
        for _ in 0..<2000 {
            let count = Int.random(in: 0...120, using: &random)
            let bytes = (0..<count).map { _ in letters.randomElement(using: &random) ?? 0 }
            #expect(Scanned(bytes, chunk: 3) == Scanned(bytes))
            for packet in Packet.all(in: bytes) + [Packet(record: Array("##".utf8) + bytes)].compactMap({ $0 }) {
                _ = packet.items
                _ = packet.dataTime
                _ = PacketWriter.reply9014(to: packet)
                #expect(!PacketJSON.line(for: packet).isEmpty)
            }
        }
    }
}

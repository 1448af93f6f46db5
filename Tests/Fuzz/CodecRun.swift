/// One pass of the scanner over a stream, in a form that can be compared.
struct CodecRun {
    static let mostChunkBytes = 48
    static let mostLooks = 8

    struct Mark: Equatable {
        let bytes: [UInt8]
        let segment: [UInt8]
        let boundary: Frame.Boundary
        let checksum: ChecksumMatch
    }

    private(set) var frames: [Frame] = []
    let tally: FrameScanner.Tally
    let examinedBytes: Int

    init(_ stream: [UInt8], chunk: Int) {
        var scanner = FrameScanner()
        for start in stride(from: 0, to: stream.count, by: chunk) {
            scanner.feed(Array(stream[start..<min(start + chunk, stream.count)]))
            while let frame = scanner.next() { frames.append(frame) }
            precondition(scanner.pending.count <= Limits.frameBytes, "too much is kept")
        }
        frames += scanner.flush()
        tally = scanner.tally
        examinedBytes = scanner.examinedBytes
    }

    var marks: [Mark] {
        frames.map {
            Mark(bytes: Array($0.bytes), segment: Array($0.segment), boundary: $0.boundary, checksum: $0.checksum)
        }
    }

    /// Asks a packet for what it can tell: the fields always, then answers, issues and its line, the judgement.
    static func read(_ packet: Packet, _ depth: UInt8) {
        _ = (packet.items, packet.dataTime, packet.part, packet.version, packet.exchangeNumber, packet.isValid)
        switch depth {
        case 1: answer(packet)
        case 2:
            _ = packet.issues
            precondition(
                String(validating: PacketJSON.line(for: packet), as: UTF8.self) != nil, "a line that is no text")
        case 3: judge(packet)
        default: break
        }
    }

    private static func answer(_ packet: Packet) {
        for case .some(let answer) in [
            PacketWriter.reply9014(to: packet), PacketWriter.reply9011(to: packet, .ready),
        ] {
            let read = Packet.all(in: answer)
            precondition(read.count == 1 && read[0].isValid, "an answer that cannot be read")
        }
    }

    /// Judges a packet as a device of every dialect, ciphered content with the key of the standard's examples.
    private static func judge(_ packet: Packet) {
        for dialect in Dialect.allCases {
            var profile = DeviceProfile(dialect)
            profile.keys = KeyRing(current: CipherKey(text: "0000000000000000"))
            profile.checksums = Set(ChecksumMatch.allCases)
            profile.readsHour24 = true
            profile.timeLabel = .end
            let judgement = profile.judge(packet, received: 1_717_200_000)
            if case .refused = judgement.verdict {
                precondition(judgement.answer == nil, "a refused packet is answered")
            }
            var tally = ToleranceTally()
            tally.add(judgement, looksInside: true)
            for item in judgement.packet.items { for field in item.fields { _ = field.value.decimal } }
            var groups = SplitGroups()
            precondition(groups.add(judgement.packet, at: 0) != .duplicate, "the first part is no duplicate")
        }
    }
}

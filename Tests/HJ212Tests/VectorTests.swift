import Foundation
import Testing

@testable import HJ212

/// Every packet of the shared vectors against what the reference parser recorded for it.
@Suite(.enabled(if: SharedVectors.arePresent, "../shared/data/hj212/vectors.jsonl is absent"))
struct VectorTests {
    /// The object of `packet decode`.
    struct Line: Decodable {
        let valid: Bool
        let version: String
        let length: String
        let crc: String
        let head: [String: String]
        let cp: [[[String?]]]
        let issues: [String]
    }

    private func decode(_ vector: Vector) throws -> [Line] {
        try PacketJSON.decodeStream(vector.bytes).map { try JSONDecoder().decode(Line.self, from: Data($0)) }
    }

    @Test func `the file is read completely`() {
        #expect(SharedVectors.all.count == 381)
    }

    @Test func `one packet gives one line with the recorded fields`() throws {
        for vector in SharedVectors.single {
            let lines = try decode(vector)
            #expect(lines.count == 1, "\(vector.id)")
            guard let line = lines.first else { continue }
            #expect(line.valid == vector.valid, "\(vector.id)")
            #expect(line.head == vector.head, "\(vector.id)")
            #expect(line.cp == vector.cp, "\(vector.id)")
            #expect(line.issues == vector.issues, "\(vector.id)")
            if let isRight = vector.isLengthRight { #expect(line.length == (isRight ? "ok" : "wrong"), "\(vector.id)") }
            if let match = vector.checksumMatch { #expect(line.crc == verdict(match), "\(vector.id)") }
        }
    }

    private func verdict(_ match: String) -> String {
        switch match {
        case "hj212": "ok"
        case "hj212_byteswapped": "swapped"
        case "modbus", "modbus_byteswapped": "modbus"
        case "absent": "absent"
        default: "wrong"
        }
    }

    @Test func `a stream gives the frames the reference found`() throws {
        for vector in SharedVectors.streams {
            let lines = try decode(vector)
            #expect(lines.map { $0.crc == "ok" } == vector.foundFrames?.map(\.isChecksumRight), "\(vector.id)")
        }
    }

    @Test(arguments: [1, 7, 64, 1460])
    func `frames do not depend on the size of the chunks`(size: Int) {
        for vector in SharedVectors.all {
            #expect(Scanned(vector.bytes, chunk: size) == Scanned(vector.bytes), "\(vector.id)")
        }
        let together = SharedVectors.all.flatMap(\.bytes)
        #expect(Scanned(together, chunk: size) == Scanned(together))
    }

    @Test func `valid packets in one stream all come out, in order and untouched`() {
        let valid = SharedVectors.single.filter { $0.valid == true }
        let scanned = Scanned(valid.flatMap { $0.bytes })
        #expect(scanned.frames.count == valid.count)
        for (frame, vector) in zip(scanned.frames, valid) {
            #expect(vector.bytes.starts(with: frame.bytes), "\(vector.id)")
        }
    }

    @Test func `packets cut at every byte never trap and give at most one frame`() {
        for vector in SharedVectors.single where vector.bytes.count < 1200 {
            let bytes = vector.bytes
            for end in 0..<bytes.count {
                #expect(PacketJSON.decodeStream(Array(bytes[..<end])).count <= 1, "\(vector.id) cut at \(end)")
            }
        }
    }

    @Test func `every recorded issue is one of ours`() {
        for name in Set(SharedVectors.single.flatMap { $0.issues ?? [] }) {
            #expect(Issue(rawValue: name)?.rawValue == name)
        }
    }
}

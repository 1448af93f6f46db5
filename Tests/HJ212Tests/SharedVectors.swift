import Foundation

/// The packets of `../shared/data/hj212/vectors.jsonl`, which are not part of the repository.
struct Vector: Decodable, Sendable {
    struct FoundFrame: Decodable, Sendable {
        let segment: String
        let isChecksumRight: Bool

        enum CodingKeys: String, CodingKey {
            case segment
            case isChecksumRight = "crc_ok"
        }
    }

    /// What the receiver should do with a mutation; other records state other things there.
    struct Expected: Decodable, Sendable { let recommended: String? }

    let id: String
    let origin: String
    let raw: String
    let rawBase64: String?
    let valid: Bool?
    let isLengthRight: Bool?
    let checksumMatch: String?
    let head: [String: String]?
    let cp: [[[String?]]]?
    let issues: [String]?
    let foundFrames: [FoundFrame]?
    let expected: Expected?

    enum CodingKeys: String, CodingKey {
        case id, origin, raw, valid, head, cp, issues, expected
        case rawBase64 = "raw_b64"
        case isLengthRight = "len_ok"
        case checksumMatch = "crc_match"
        case foundFrames = "frames_found_by_ref"
    }

    var bytes: [UInt8] {
        rawBase64.flatMap { Data(base64Encoded: $0) }.map { [UInt8]($0) } ?? Array(raw.utf8)
    }
}

/// Where the shared data are, and what is in them.
enum SharedVectors {
    /// Beside the package, or where QINGHENG_SHARED_DATA points.
    static let file: URL = {
        let folder =
            ProcessInfo.processInfo.environment["QINGHENG_SHARED_DATA"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("../shared/data")
        return folder.appendingPathComponent("hj212/vectors.jsonl")
    }()

    static let arePresent: Bool = {
        let found = FileManager.default.isReadableFile(atPath: file.path)
        if !found { print("note: \(file.path) is absent, so the tests of the HJ 212 vectors are skipped") }
        return found
    }()

    static let all: [Vector] = {
        guard arePresent, let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let decoder = JSONDecoder()
        return text.split(separator: "\n").compactMap { try? decoder.decode(Vector.self, from: Data($0.utf8)) }
    }()

    /// Records of one frame.
    static let single = all.filter { $0.valid != nil }
    /// Records of a stream.
    static let streams = all.filter { $0.valid == nil }
}

import Ledger
import Second
import Testing

/// Checkpoints against a second implementation in Python, both ways.
@Suite(.enabled(if: SecondOpinion.isAvailable, "\(SecondOpinion.note)"))
struct SecondCheckpointTests {
    private static let names: [SignatureType: String] = [.ed25519: "ed25519", .cosignature: "cosignature", .sm2: "sm2"]

    private static func random(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255) } }

    private static func keys() throws -> [SigningKey] {
        try [(SignatureType.ed25519, "日志.example/ledger"), (.cosignature, "witness.example/1"), (.sm2, "sm2.example")]
            .map {
                try SigningKey(name: KeyName($0.1), type: $0.0, secret: [UInt8(1)] + random(31))
            }
    }

    private static func checkpoint() throws -> Checkpoint {
        let root = try #require(TreeHash(random(32)))
        return try Checkpoint(
            origin: "日志.example/ledger", size: .random(in: 0...CanonicalValue.largestInteger), root: root)
    }

    @Test func `what we sign is accepted there`() async throws {
        var requests: [CanonicalValue] = []
        var expected: [CanonicalValue] = []
        for _ in 0..<4 {
            let keys = try Self.keys()
            let checkpoint = try Self.checkpoint()
            let time = Int64.random(in: 0...4_000_000_000)
            var signed = try SignedCheckpoint(checkpoint, by: keys[0], timeSeconds: time)
            for key in keys.dropFirst() { try signed.sign(with: key, timeSeconds: time) }
            let names = keys.map { CanonicalValue.string($0.verifier.text) }
            requests.append([
                "do": "open", "note": .string(String(decoding: signed.bytes, as: UTF8.self)), "keys": .array(names),
            ])
            expected.append([
                "origin": .string(checkpoint.origin), "size": .integer(checkpoint.size),
                "root": .string(checkpoint.root.base64),
                "signed": .object([
                    keys[0].verifier.name.description: .null, keys[1].verifier.name.description: .integer(time),
                    keys[2].verifier.name.description: .null,
                ]),
            ])
            // The same with another size must be refused: the check there is one.
            let text = String(decoding: signed.bytes, as: UTF8.self)
            let changed = text.replacing("\n\(checkpoint.size)\n", with: "\n\(checkpoint.size + 1)\n")
            requests.append(["do": "open", "note": .string(changed), "keys": .array(names)])
            expected.append(["fault": .string("a false signature of \(keys[0].verifier.name)")])
        }
        #expect(try await SecondLedger.ask(requests) == expected)
    }

    @Test func `what is signed there is accepted here`() async throws {
        let cases = try (0..<4).map { _ in (try Self.checkpoint(), Int64.random(in: 0...4_000_000_000)) }
        let secrets = cases.map { _ in (0..<3).map { _ in [UInt8(1)] + Self.random(31) } }
        let types: [SignatureType] = [.ed25519, .cosignature, .sm2]
        let requests = zip(cases, secrets).map { item, secrets -> CanonicalValue in
            let keys = zip(types, secrets).map { type, secret -> CanonicalValue in
                [
                    "name": .string("key.example/\(Self.names[type] ?? "")"), "type": .string(Self.names[type] ?? ""),
                    "secret": .string(hex(secret)), "time": .integer(item.1), "random": .string(hex(Self.random(32))),
                ]
            }
            return [
                "do": "sign", "origin": .string(item.0.origin), "size": .integer(item.0.size),
                "root": .string(item.0.root.base64), "keys": .array(keys),
            ]
        }
        for (index, answer) in try await SecondLedger.ask(requests).enumerated() {
            let (checkpoint, time) = cases[index]
            let signed = try SignedCheckpoint(Array(try #require(answer["note"]?.text).utf8))
            #expect(signed.checkpoint == checkpoint)
            let keys = try #require(answer["keys"]?.elements).map { try VerifierKey($0.text ?? "") }
            for (place, type) in types.enumerated() {
                let own = try SigningKey(name: keys[place].name, type: type, secret: secrets[index][place])
                #expect(own.verifier == keys[place])
            }
            let proofs = try signed.verify(origin: checkpoint.origin, log: keys[0], witnesses: Array(keys.dropFirst()))
            #expect(proofs.map(\.timeSeconds) == [time, nil])
        }
    }
}

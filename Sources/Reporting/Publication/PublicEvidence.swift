import Ledger
package import Records
package import Storage

/// What a reader needs to check every number of a sealed document without asking us again: its claims, the record of its
/// sealing, that record's proof and the signed checkpoint (Docs/formats/public-evidence.md).
package struct PublicEvidence: Sendable {
    package static let kind = "public-evidence"
    package static let version: Int64 = 1
    /// Above this many bytes of claims a page carries the hashes of all and the text of those that are asked for.
    package static let mostClaimBytes = 300_000

    package let document: SealedDocument
    /// Every claim's short name, in order.
    package let names: [ClaimID]
    /// Of the key that signed last; nil where the ledger names none.
    package let fingerprint: String?
    /// Canonical, except that a page writes `<` as `\u003c`.
    private let value: CanonicalValue

    /// - Parameter asked: the claim whose text must be there, where not all have room.
    /// - Throws: `ReportingError` with `.notSigned` when no checkpoint covers the document yet, `.damagedClaim`.
    package init(
        of document: SealedDocument, asked: ClaimID? = nil, in connection: ReadConnection, from archive: Archive
    ) throws {
        let hasher = try TreeHasher(document.suite)
        let set = try SealStore.claims(of: document, from: archive, hasher: hasher)
        guard let signed = try LedgerStore.checkpoint(in: connection)?.signed,
            signed.checkpoint.size >= document.sequence
        else { throw ReportingError(.notSigned, subject: document.title, detail: "\(document.sequence)") }
        guard let record = try RecordStore.record(document.sequence, in: connection) else {
            throw LedgerError(.outsideTree, detail: String(document.sequence))
        }
        let proof = try LedgerStore.inclusion(
            of: document.sequence, in: signed.checkpoint.size, connection)
        let keys = try LedgerStore.keys(in: connection)
        let places = try Self.places(set, asked: asked)
        var claims: [CanonicalValue] = []
        for (place, claim) in set.claims.enumerated() {
            let text = String(decoding: try claim.bytes(), as: UTF8.self)
            claims.append(places?.contains(place) ?? true ? .string(text) : .null)
        }
        self.document = document
        names = set.claims.indices.map { set.id(at: $0) }
        fingerprint = keys.last.map { KeyFingerprint.text(of: $0) }
        value = [
            "kind": .string(Self.kind), "version": .integer(Self.version), "suite": .string(document.suite.rawValue),
            "claims": .array(claims),
            "leaves": places == nil ? .null : .array(set.leaves.map { .string($0.base64) }),
            "record": .string(String(decoding: try record.bytes(), as: UTF8.self)),
            "index": .integer(proof.index), "size": .integer(proof.size),
            "path": .array(proof.path.map { .string($0.base64) }),
            "checkpoint": .string(String(decoding: signed.bytes, as: UTF8.self)),
            "keys": .array(keys.map { .string($0.text) }),
        ]
    }

    /// The places whose text is carried; nil for all.
    private static func places(_ set: ClaimSet, asked: ClaimID?) throws -> Set<Int>? {
        guard try set.file().count > mostClaimBytes else { return nil }
        guard let place = asked.flatMap({ set.place(of: $0) }) else { return [] }
        return Set(set.claims[place].parts).union([place])
    }

    /// Whether the text of every claim is there.
    package var isWhole: Bool { value["leaves"] == .null }

    /// The bytes of a file.
    package func bytes() throws -> [UInt8] { try value.bytes() }

    /// For a script element of a page: nothing in it can end the element.
    package func markup() throws -> String {
        String(decoding: try value.bytes(), as: UTF8.self).replacing("<", with: "\\u003c")
    }
}

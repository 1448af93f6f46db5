import Documents
package import Ledger

/// A claim with what somebody outside needs to check it without our database (Docs/formats/bundle.md).
package struct ProofBundle: Sendable {
    static let kind = "proof-bundle"
    static let version: Int64 = 1
    /// What reading refuses: a year of hours unpacks to some ten megabytes.
    static let limits = ZipArchive.Limits(entries: 1_000, totalBytes: 512 << 20, ratio: 200)

    /// What the parts are called in the archive.
    enum Name {
        static let bundle = "bundle.json"
        static let claims = "claims.jsonl"
        static let records = "records.jsonl"
        static let traces = "traces.jsonl"
        static let evidence = "evidence.jsonl"
        static let leaves = "leaves.bin"
        static func inputs(_ place: Int) -> String { "inputs-\(place).jsonl" }
    }

    /// `bundle.json`.
    package let head: CanonicalValue
    /// The claims by their places: the claim asked for, and those it is computed from.
    package let claims: [(place: Int, claim: Claim)]
    /// The inputs of each claim that has any, by its place: leaves, or in the public grade their hashes.
    package let inputs: [Int: [CanonicalValue]]
    /// Records of the ledger, as their bytes, in the order of the proof in `bundle.json`.
    package let records: [[UInt8]]
    package let traces: [CanonicalValue]
    package let evidence: [CanonicalValue]
    /// The raw bytes that `evidence` speaks of, in its order.
    package let leaves: [[UInt8]]

    /// The zip file; the same bundle gives the same bytes.
    ///
    /// - Throws: `DocumentError.archiveFailed`, `LedgerError`.
    package func archive() throws -> [UInt8] {
        var entries = [
            ZipArchive.Entry(path: Name.bundle, bytes: try head.bytes() + [0x0A]),
            ZipArchive.Entry(path: Name.claims, bytes: try Self.lines(claims.map(\.claim.body))),
        ]
        for place in inputs.keys.sorted() {
            entries.append(
                ZipArchive.Entry(path: Name.inputs(place), bytes: try Self.lines(inputs[place] ?? [])))
        }
        entries.append(ZipArchive.Entry(path: Name.records, bytes: records.flatMap { $0 + [0x0A] }))
        if !traces.isEmpty { entries.append(ZipArchive.Entry(path: Name.traces, bytes: try Self.lines(traces))) }
        if !evidence.isEmpty {
            entries.append(ZipArchive.Entry(path: Name.evidence, bytes: try Self.lines(evidence)))
            entries.append(ZipArchive.Entry(path: Name.leaves, bytes: Self.joined(leaves)))
        }
        return try ZipArchive.write(entries)
    }

    /// Reads a zip file; what it says must not be believed before it is checked.
    ///
    /// - Throws: `DocumentError`; `ReportingError` with `.faultyBundle` and the part that is missing or torn; `LedgerError`.
    package init(archive bytes: [UInt8]) throws {
        let entries = try ZipArchive.read(bytes, limits: Self.limits)
        let parts = Dictionary(entries.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        guard parts.count == entries.count else { throw Self.fault("zip") }
        func values(_ name: String) throws -> [CanonicalValue] {
            try (parts[name] ?? []).split(separator: 0x0A).map { try CanonicalValue(canonical: Array($0)) }
        }
        guard let head = try values(Name.bundle).first, head["kind"]?.text == Self.kind,
            head["version"]?.integer == Self.version
        else { throw Self.fault(Name.bundle) }
        self.head = head
        let places = (head["claims"]?["indices"]?.elements ?? []).compactMap { $0.integer.map(Int.init) }
        let claims = try (parts[Name.claims] ?? []).split(separator: 0x0A).map { try Claim(canonical: Array($0)) }
        guard claims.count == places.count, !claims.isEmpty else { throw Self.fault(Name.claims) }
        self.claims = zip(places, claims).map { ($0, $1) }
        var inputs: [Int: [CanonicalValue]] = [:]
        for place in places where parts[Name.inputs(place)] != nil { inputs[place] = try values(Name.inputs(place)) }
        self.inputs = inputs
        records = (parts[Name.records] ?? []).split(separator: 0x0A).map(Array.init)
        traces = try values(Name.traces)
        evidence = try values(Name.evidence)
        leaves = try Self.split(parts[Name.leaves] ?? [])
    }

    init(
        head: CanonicalValue, claims: [(place: Int, claim: Claim)], inputs: [Int: [CanonicalValue]],
        records: [[UInt8]], traces: [CanonicalValue], evidence: [CanonicalValue], leaves: [[UInt8]]
    ) {
        self.head = head
        self.claims = claims
        self.inputs = inputs
        self.records = records
        self.traces = traces
        self.evidence = evidence
        self.leaves = leaves
    }

    static func fault(_ part: String) -> ReportingError { ReportingError(.faultyBundle, subject: part, detail: "") }

    private static func lines(_ values: [CanonicalValue]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for value in values { bytes += try value.bytes() + [0x0A] }
        return bytes
    }

    /// Each with its length in four bytes in front, most significant first.
    private static func joined(_ leaves: [[UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = []
        for leaf in leaves {
            for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: leaf.count >> shift)) }
            bytes += leaf
        }
        return bytes
    }

    private static func split(_ bytes: [UInt8]) throws -> [[UInt8]] {
        var leaves: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard rest.count >= 4 else { throw fault(Name.leaves) }
            let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(4)
            guard rest.count >= count else { throw fault(Name.leaves) }
            leaves.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return leaves
    }
}

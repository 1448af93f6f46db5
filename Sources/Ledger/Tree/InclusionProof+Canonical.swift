extension InclusionProof {
    /// The proof as it stands in files and bundles (Docs/formats/tree.md).
    public var canonical: CanonicalValue {
        ["index": .integer(index), "path": TreeHash.canonical(path), "size": .integer(size)]
    }

    /// - Throws: `LedgerError` with `.malformedProof` and the member that does not fit.
    public init(canonical value: CanonicalValue) throws(LedgerError) {
        let index = try value.proofNumber("index")
        let size = try value.proofNumber("size")
        self.init(index: index, size: size, path: try value.proofPath(besides: ["index", "size"]))
    }
}

extension TreeHash {
    static func canonical(_ path: [TreeHash]) -> CanonicalValue { .array(path.map { .string($0.base64) }) }
}

extension CanonicalValue {
    /// A number of a proof that is zero or more.
    func proofNumber(_ key: String) throws(LedgerError) -> Int64 {
        guard let number = self[key]?.integer, number >= 0 else { throw LedgerError(.malformedProof, detail: key) }
        return number
    }

    /// The hashes of a proof, which has these other members and no further ones.
    func proofPath(besides others: Set<String>) throws(LedgerError) -> [TreeHash] {
        if let stranger = members?.keys.filter({ $0 != "path" && !others.contains($0) }).min() {
            throw LedgerError(.malformedProof, detail: stranger)
        }
        guard let elements = self["path"]?.elements else { throw LedgerError(.malformedProof, detail: "path") }
        let path = elements.compactMap { $0.text.flatMap { TreeHash(base64: $0) } }
        guard path.count == elements.count else { throw LedgerError(.malformedProof, detail: "path") }
        return path
    }
}

extension ConsistencyProof {
    /// The proof as it stands in files and bundles (Docs/formats/tree.md).
    public var canonical: CanonicalValue {
        ["earlier": .integer(earlier), "path": TreeHash.canonical(path), "size": .integer(size)]
    }

    /// - Throws: `LedgerError` with `.malformedProof` and the member that does not fit.
    public init(canonical value: CanonicalValue) throws(LedgerError) {
        let earlier = try value.proofNumber("earlier")
        let size = try value.proofNumber("size")
        self.init(earlier: earlier, size: size, path: try value.proofPath(besides: ["earlier", "size"]))
    }
}

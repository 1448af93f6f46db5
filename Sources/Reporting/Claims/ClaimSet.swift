package import Ledger
import Records
import Standards

/// The claims of a document: every figure that it prints, and those that these are computed from.
package struct ClaimSet: Sendable {
    package let claims: [Claim]
    /// The tree over their bytes.
    package let tree: MerkleTree
    private let places: [FigureRequest: Int]
    /// The hash of each claim, in their order.
    let leaves: [TreeHash]

    /// - Parameter figures: as printed, in their order.
    /// - Throws: what computing the figures behind them throws.
    package init(_ figures: [FigureValue], engine: FigureEngine, hasher: TreeHasher) throws {
        var claims: [Claim] = []
        var places: [FigureRequest: Int] = [:]
        /// Parts stand before what is computed from them.
        func place(_ value: FigureValue) throws -> Int {
            if let place = places[value.request] { return place }
            let parts = try value.parts.map { try place(try engine.value($0)) }
            claims.append(Claim(value, inputs: try ClaimSet.inputs(of: value, with: hasher).root, parts: parts))
            places[value.request] = claims.count - 1
            return claims.count - 1
        }
        for figure in figures { _ = try place(figure) }
        try self.init(claims, places: places, hasher: hasher)
    }

    /// Takes up the claims of a sealed document from its file: one a line.
    ///
    /// - Throws: `ReportingError` with `.damagedClaim`, `LedgerError`.
    package init(file bytes: [UInt8], hasher: TreeHasher) throws {
        let claims = try bytes.split(separator: 0x0A).map { try Claim(canonical: Array($0)) }
        let places = claims.enumerated().compactMap { place, claim in claim.request.map { ($0, place) } }
        try self.init(claims, places: Dictionary(places, uniquingKeysWith: { first, _ in first }), hasher: hasher)
    }

    private init(_ claims: [Claim], places: [FigureRequest: Int], hasher: TreeHasher) throws {
        self.claims = claims
        self.places = places
        leaves = try claims.map { hasher.leaf(try $0.bytes()) }
        var tree = MerkleTree(hasher)
        for leaf in leaves { tree.append(leaf) }
        self.tree = tree
    }

    /// The file of the claims: one a line.
    package func file() throws -> [UInt8] {
        var bytes: [UInt8] = []
        for claim in claims { bytes += try claim.bytes() + [0x0A] }
        return bytes
    }

    /// The short name of a claim by its place.
    package func id(at place: Int) -> ClaimID { ClaimID(of: leaves[place]) }

    /// The short name of the claim of a figure; nil when it is none of the document's.
    package func id(of request: FigureRequest) -> ClaimID? { places[request].map { id(at: $0) } }

    /// The place of a claim by its short name.
    package func place(of id: ClaimID) -> Int? { leaves.firstIndex { ClaimID(of: $0) == id } }

    /// Whether every claim of another set says the same, be it as of another record.
    package func agrees(with other: ClaimSet) -> Bool {
        claims.count == other.claims.count && zip(claims, other.claims).allSatisfy { $0.agrees(with: $1) }
    }

    /// The tree over a figure's inputs, in the order of its selection.
    package static func inputs(of value: FigureValue, with hasher: TreeHasher) throws -> MerkleTree {
        var tree = MerkleTree(hasher)
        for input in value.inputs { tree.append(hasher.leaf(try input.canonical.bytes())) }
        return tree
    }
}

extension FigureInput {
    /// The leaf of an input (Docs/formats/claim.md).
    package var canonical: CanonicalValue {
        [
            "id": .string(id.rawValue), "label": .string(label), "rule": .string(rule),
            "value": value.map { .string($0.description) } ?? .null, "weight": .string(weight.description),
        ]
    }
}

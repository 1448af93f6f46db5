import Records

/// How much lies below an input or a figure, each thing counted once.
package struct BranchCounts: Sendable, Hashable {
    /// Inputs of one kind.
    package struct Kind: Sendable, Hashable {
        /// The first part of their ids, e.g. `air-hour`.
        package let name: String
        package fileprivate(set) var count: Int
    }

    /// The inputs below, by kind, the nearest level first.
    package private(set) var inputs: [Kind] = []
    package private(set) var packets = 0
    package private(set) var importRows = 0
    /// The imported files to which the rows belong.
    package private(set) var importBatches = 0
    /// Records of the ledger that are themselves what was received.
    package private(set) var records = 0

    private var batches: Set<Int64> = []

    mutating func count(_ input: InputID) {
        let name = input.rawValue.split(separator: "/").first.map(String.init) ?? ""
        if let index = inputs.firstIndex(where: { $0.name == name }) {
            inputs[index].count += 1
        } else {
            inputs.append(Kind(name: name, count: 1))
        }
    }

    mutating func count(_ evidence: InputTrace.Evidence) {
        switch evidence {
        case .packet: packets += 1
        case .importRow(let batch, _):
            importRows += 1
            if batches.insert(batch).inserted { importBatches += 1 }
        case .record: records += 1
        }
    }
}

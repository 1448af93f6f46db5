import Ledger

/// What an account sees whose role is limited to what it names.
package struct DataScope: Hashable, Sendable {
    /// Ids of towns.
    package let towns: [String]
    /// Ids of stations, outlets, devices: the points of a contract.
    package let objects: [String]

    package init(towns: [String] = [], objects: [String] = []) {
        self.towns = towns.sorted()
        self.objects = objects.sorted()
    }

    /// Names nothing.
    package var isEmpty: Bool { towns.isEmpty && objects.isEmpty }

    var canonical: CanonicalValue {
        ["towns": .array(towns.map(CanonicalValue.string)), "objects": .array(objects.map(CanonicalValue.string))]
    }

    init(canonical value: CanonicalValue?) {
        self.init(
            towns: value?["towns"]?.elements?.compactMap(\.text) ?? [],
            objects: value?["objects"]?.elements?.compactMap(\.text) ?? [])
    }
}

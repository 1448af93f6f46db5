import Catalog

/// How lists of others are matched with the files of a kind, as its rule file says.
package struct MatchingRule: Sendable, Hashable {
    /// Codes that name one and the same source wherever they stand, the surest first.
    package let codes: [String]
    /// Fields with addresses; the likest pair counts.
    package let addresses: [String]
    /// Words that are left out of names.
    package let dropped: [String]
    /// From how alike names on a pair is shown to a person, in percent.
    package let leastName: Int
    /// From how alike names on a pair is shown whose addresses are at least `leastAddress` alike, in percent.
    package let leastNameAtAddress: Int
    package let leastAddress: Int

    static let keys = ["codes", "addresses", "drop", "name", "name_at_address", "address"]

    static func read(_ row: RuleMapping) -> MatchingRule {
        MatchingRule(
            codes: row.texts("codes"), addresses: row.texts("addresses"), dropped: row.texts("drop"),
            leastName: row.integer("name", in: 1...100),
            leastNameAtAddress: row.integer("name_at_address", in: 1...100),
            leastAddress: row.integer("address", in: 1...100))
    }
}

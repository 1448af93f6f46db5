/// What no program can decide: a person of a named post confirms it with a reason and a paper.
package struct Attestation: Hashable, Sendable {
    /// Its name in the action.
    package let name: String
    /// What is confirmed, in the words of the rule.
    package let words: String
    /// The posts that may confirm it; ids of `Catalog/accounts/roles.yaml`.
    package let roles: [String]
    /// On what it rests.
    package let basis: [Ground]
}

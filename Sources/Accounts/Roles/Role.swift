package import Records

/// What a post may do: a rule of the catalog.
package struct Role: Hashable, Sendable {
    /// Its id in records, e.g. `monitoring-reviewer`.
    package let id: String
    /// Its Chinese name.
    package let title: String
    package let rights: Set<Permission>
    /// Which of the three administrators it is; nil for none.
    package let administrator: Administrator?
    /// Whether its holders sign in with a one-time code.
    package let needsSecondFactor: Bool
    /// Whether it sees only what its account names.
    package let isAssigned: Bool
}

package import Records
package import Standards
package import Storage

/// How the house says who acts: accounts are none of reporting's business.
package struct DraftPeople: Sendable {
    /// - Throws: `RecordsError` with `.notPermitted` for somebody without an account.
    package typealias Acting = @Sendable (Actor, CivilDate, ReadConnection) throws -> DraftPerson

    package let acting: Acting

    package init(acting: @escaping Acting) { self.acting = acting }
}

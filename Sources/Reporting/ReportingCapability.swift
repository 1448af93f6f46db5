package import Records

/// What reporting offers to the house.
package enum ReportingCapability {
    /// - Parameter drafting: what judging drafts needs; nil where nobody drafts, as in tests of figures alone.
    package static func capability(drafting: DraftRules? = nil) -> Capability {
        Capability(
            name: "Reporting",
            actions: SealActions.kinds(drafting) + PublicationActions.kinds
                + (drafting.map { DraftActions.kinds($0) } ?? []),
            projections: [SealProjection(), DraftProjection(), PublicationProjection()], audits: [ClaimAudit()])
    }
}

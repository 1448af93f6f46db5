package import Records

/// What reporting offers to the house.
package enum ReportingCapability {
    package static let capability = Capability(
        name: "Reporting", actions: SealActions.kinds + PublicationActions.kinds,
        projections: [SealProjection(), PublicationProjection()], audits: [ClaimAudit()])
}

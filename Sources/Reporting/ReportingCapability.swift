package import Records

/// What reporting offers to the house.
package enum ReportingCapability {
    package static let capability = Capability(
        name: "Reporting", actions: SealActions.kinds, projections: [SealProjection()], audits: [ClaimAudit()])
}

package import Records

/// What the registry offers to the house.
package enum RegistryCapability {
    package static let capability = Capability(
        name: "Registry",
        actions: RegistryActions.kinds + SourceActions.kinds + SourceAttachmentActions.kinds
            + SourceMatchActions.kinds + MapLayerActions.kinds + LedgerEntryActions.kinds,
        projections: [
            RegistryProjection(), SourceProjection(), SourceAttachmentProjection(), SourceMatchProjection(),
            MapLayerProjection(), LedgerEntryProjection(),
        ],
        figures: [RegistryFigures(), LedgerEntryFigures()], audits: [SourceBatchAudit()])
}

package import Casework
package import Records

/// What case files offer to the house: papers, evidence, what is held against whom.
package enum DossierCapability {
    package static let capability = Capability(
        name: "Dossier", actions: CaseFileActions.kinds + PaperActions.kinds + ReviewActions.kinds,
        projections: [CaseEntryProjection(), PaperProjection(), ReviewProjection(), CaseStandingProjection()],
        figures: [DossierFigures()])

    /// What case files ask of a step before it is put on record.
    package static let conditions: [StepCondition] = [PaperCondition.condition, FindingCondition.condition]
}

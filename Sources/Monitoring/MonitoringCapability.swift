package import Records

/// What monitoring offers to the house.
package enum MonitoringCapability {
    package static let capability = Capability(
        name: "Monitoring",
        actions: ImportActions.kinds + ReviewActions.kinds + ReviewStepActions.kinds + SuperiorActions.kinds
            + ReviewQuestionActions.kinds + ServiceActions.kinds + DutyActions.kinds
            + SectionActions.kinds + AlertActions.kinds + OutletMarkActions.kinds
            + OutletAssessmentActions.kinds + AirExceptionActions.kinds + TicketActions.kinds
            + ManualActions.kinds + LaboratoryActions.kinds + ManualReviewActions.kinds,
        projections: [
            ReadingProjection(), ReadingSourceProjection(), AirDayProjection(), WaterMonthProjection(),
            ImportProjection(), ReviewProjection(), ReviewQuestionProjection(),
            ServiceProjection(), DutyProjection(), AlertProjection(), OutletMarkProjection(),
            OutletAssessmentProjection(), AirExceptionProjection(), TicketProjection(), ManualProjection(),
            MonitoringViews(),
        ],
        figures: [AirFigures(), WaterFigures(), OutletFigures()],
        evidence: [ImportEvidence(), LaboratoryEvidence()],
        audits: [ImportAudit(), SuperiorFileAudit(), LaboratoryAudit()])
}

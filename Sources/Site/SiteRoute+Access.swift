import Accounts
import Records

extension SiteRoute {
    /// Whom the route is for. There is no route without an answer here; what may be done on it is asked once more by the book.
    var access: RouteAccess {
        switch self {
        case .assets, .healthProbe, .signIn, .openID, .openIDReturn, .apiDocument: .everybody
        // Whoever has the name of a number has the paper it is printed on: it follows from a hash and cannot be guessed.
        case .claims, .claim, .claimBundle: .everybody
        // What stands there was disclosed by law.
        case .publicPenalties: .everybody
        // Only documents that were made public; their numbers follow from the paper.
        case .publicDesk, .publicDocument, .publicDocx: .everybody
        case .signOut, .mine, .own, .ownPassword, .ownFactor, .ownSession, .ownTokens, .ownToken, .ownActing:
            .own
        case .morning, .print, .stations, .stationCSV, .station, .hour, .reviews, .reviewMatrix, .reviewSteps,
            .reviewSuperior, .reviewSheet, .reviewService, .reviewChart, .reviewDuty, .reviewChecks, .reviewChecksCSV,
            .reviewCompleteness, .reviewCompletenessCSV,
            .reviewContractors, .reviewContractorsCSV, .water, .section, .airCalendar, .airCalendarCSV, .analysis,
            .analysisCSV, .analysisView,
            .alerts, .alertsCSV, .alertStatistics, .alert, .leads, .outletDay, .tickets, .ticketsXLSX, .exceptions,
            .leadDocx,
            .lead,
            .manualPlans, .manualPlan, .manualTemplate, .manualImport, .manualComparison, .manualExport, .manualTask,
            .manualReport, .manualReportFile,
            .explainAirHour, .explainAirDay, .explainWaterMonth, .explainWaterSample, .explainOutlet, .importRow:
            .any(.viewMonitoring)
        case .sealedDocx, .reports, .reportCheck, .reportDocx, .report, .figure, .drafts, .draft, .draftConfirmation,
            .publication, .publicationPackage, .publicationProof, .publicationProofs:
            .any(.viewReporting)
        case .evidence: .any(.viewReporting, .viewMonitoring)
        case .record:
            .any(.viewAudit, .viewAccounts, .viewReporting, .viewMonitoring, .viewGateway, .viewRegistry, .viewCasework)
        case .packet, .devices, .devicesCSV, .device, .devicePacket, .deviceCommands, .adoption, .adoptDevice:
            .any(.viewGateway)
        case .upstreams, .upstream: .any(.viewGateway, .viewOperations)
        case .health, .metrics: .any(.viewOperations)
        case .caseParties, .caseCharges, .caseEvidence, .caseMonitoring, .caseEvidenceFile, .caseEvidenceThumbnail,
            .caseEvidenceDeed,
            .caseDisclosure, .caseFieldsXLSX, .legalReviews, .publicityXLSX:
            .any(.viewCasework)
        case .rules, .rule, .law, .violation: .any(.viewCatalog)
        case .sourceKinds, .sources, .sourcesXLSX, .sourcesCSV, .sourceTemplateXLSX, .sourceTemplateCSV, .newSource,
            .sourceImport, .sourceImportMarked, .sourceBatch, .source, .editSource, .sourceDecision, .sourceEnd,
            .sourceField, .map, .mapSources, .mapLayers, .mapLayer, .mapLayerRemoval, .sourceMatches, .sourceMatch,
            .sourceAttachments, .sourceAttachment, .sourceThumbnail,
            .sourceDetachment, .ledgers, .ledger, .ledgerXLSX, .ledgerEntry:
            .any(.viewRegistry)
        case .matters, .newMatter, .work, .matter, .matterPapers, .matterArchive, .matterScore, .matterScoreDocx,
            .newPaper, .casePaper, .casePaperDocx, .casePaperScan,
            .casePaperNumber, .casePaperSignature, .casePaperReturn, .casePaperSpoil, .matterStep, .matterAct:
            .any(.viewCasework)
        case .people, .person, .account, .leaves: .any(.viewAccounts)
        case .audit: .any(.viewAudit)
        case .clockOverview: .any(.viewCasework)
        // Each resource asks for its own right besides.
        case .apiList, .apiItem: .any(.viewMonitoring, .viewRegistry, .viewReporting, .viewCasework, .viewAudit)
        }
    }
}

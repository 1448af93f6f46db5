/// The templates by their names, one a kind of page.
enum PageTemplate: String, CaseIterable, Sendable {
    case morning
    case morningPrint = "morning-print"
    case stations
    case station
    case hour
    case reviewLog = "review-log"
    case reviewMatrix = "review-matrix"
    case reviewSuperior = "review-superior"
    case reviewChart = "review-chart"
    case reviewChartCard = "review-chart-card"
    case tablePage = "table-page"
    case water
    case section
    case manual
    case lead
    case leads
    case alerts
    case alert
    case alertStatistics = "alert-statistics"
    case outletDay = "outlet-day"
    case tickets
    case exceptions
    case airCalendar = "air-calendar"
    case analysis
    case importRow = "import-row"
    case document
    case documents
    case drafts
    case draft
    case ledgers
    case ledger
    case ledgerEntry = "ledger-entry"
    case reportCheck = "report-check"
    case publication
    case publicDesk = "public-desk"
    case publicDocument = "public-document"
    case explanation
    case explanationCard = "explanation-card"
    case figure
    case claim
    case evidence
    case record
    case devices
    case adoption
    case adoptionForm = "adoption-form"
    case device
    case upstreams
    case upstream
    case health
    case deviceCommands = "device-commands"
    case matters
    case matter
    case step
    case matterAct = "matter-act"
    case newMatter = "new-matter"
    case work
    case casePaper = "case-paper"
    case score
    case caseContents = "case-contents"
    case law
    case violation
    case caseFile = "case-file"
    case rules
    case rule
    case clockOverview = "clock-overview"
    case signIn = "sign-in"
    case mine
    case ownAccount = "own-account"
    case ownPassword = "own-password"
    case ownFactor = "own-factor"
    case people
    case person
    case leaves
    case audit
    case sourceKinds = "source-kinds"
    case sources
    case source
    case sourceForm = "source-form"
    case sourceField = "source-field"
    case sourceImport = "source-import"
    case map
    case sourceMatches = "source-matches"
    case sourceBatch = "source-batch"
    case error
}

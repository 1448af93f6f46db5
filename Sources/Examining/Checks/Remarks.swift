/// What checks have said so far; a remark of one kind at one place is kept once.
struct Remarks {
    private let text: ExaminedText
    private var findings: Set<ReportFinding> = []
    private var confirmed: Set<ConfirmedCheck> = []
    private var seen: Set<String> = []

    init(text: ExaminedText) { self.text = text }

    mutating func find(
        _ kind: CheckKind, _ severity: FindingSeverity, _ line: ExaminedLine, _ range: Range<Int>, _ message: String,
        computed: String? = nil
    ) {
        guard seen.insert("\(kind.rawValue) \(line.index) \(range.lowerBound) finding").inserted else { return }
        findings.insert(
            ReportFinding(
                kind: kind, severity: severity, line: line.index + 1, column: range.lowerBound + 1,
                text: line.original.text(range), message: message, computed: computed))
    }

    mutating func confirm(_ kind: CheckKind, _ line: ExaminedLine, _ range: Range<Int>, _ computed: String) {
        guard seen.insert("\(kind.rawValue) \(line.index) \(range.lowerBound) confirmed").inserted else { return }
        confirmed.insert(
            ConfirmedCheck(
                kind: kind, line: line.index + 1, column: range.lowerBound + 1, text: line.original.text(range),
                computed: computed))
    }

    var sortedFindings: [ReportFinding] {
        findings.sorted { ($0.line, $0.column, $0.kind.rawValue) < ($1.line, $1.column, $1.kind.rawValue) }
    }

    var sortedConfirmed: [ConfirmedCheck] {
        confirmed.sorted { ($0.line, $0.column, $0.kind.rawValue) < ($1.line, $1.column, $1.kind.rawValue) }
    }
}

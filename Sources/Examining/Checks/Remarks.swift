/// What checks have said so far; a remark of one kind at one place is kept once.
struct Remarks {
    private var findings: Set<ReportFinding> = []
    private var confirmed: Set<ConfirmedCheck> = []
    private var seen: Set<String> = []

    mutating func find(
        _ kind: CheckKind, _ severity: FindingSeverity, _ line: ExaminedLine, _ range: Range<Int>, _ message: String,
        computed: String? = nil
    ) {
        guard seen.insert("\(kind.rawValue) \(line.index) \(range.lowerBound) finding").inserted else { return }
        let given = line.given(range)
        findings.insert(
            ReportFinding(
                kind: kind, severity: severity, line: line.index + 1, column: given.lowerBound + 1,
                text: line.source.text(given), message: message, computed: computed))
    }

    mutating func confirm(_ kind: CheckKind, _ line: ExaminedLine, _ range: Range<Int>, _ computed: String) {
        guard seen.insert("\(kind.rawValue) \(line.index) \(range.lowerBound) confirmed").inserted else { return }
        let given = line.given(range)
        confirmed.insert(
            ConfirmedCheck(
                kind: kind, line: line.index + 1, column: given.lowerBound + 1, text: line.source.text(given),
                computed: computed))
    }

    var sortedFindings: [ReportFinding] {
        findings.sorted { ($0.line, $0.column, $0.kind.rawValue) < ($1.line, $1.column, $1.kind.rawValue) }
    }

    var sortedConfirmed: [ConfirmedCheck] {
        confirmed.sorted { ($0.line, $0.column, $0.kind.rawValue) < ($1.line, $1.column, $1.kind.rawValue) }
    }
}

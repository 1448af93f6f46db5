import Standards

/// What one rule writes down about one series.
struct CheckPad {
    let rule: CheckReference
    let parameters: [CheckParameter]
    let series: CheckSeries
    /// Findings touch this; what lies before is only looked back at.
    let judged: Range<Instant>
    /// The places of the series that are judged.
    let places: Range<Int>
    private(set) var findings: [CheckFinding] = []
    private(set) var refusals: [CheckRefusal] = []

    init(rule: CheckReference, parameters: [CheckParameter], series: CheckSeries, judged: Range<Instant>) {
        self.rule = rule
        self.parameters = parameters
        self.series = series
        self.judged = judged
        places = series.places(in: judged)
    }

    /// Writes down one period.
    mutating func add(_ index: Int, _ grade: CheckGrade, _ fact: CheckFact) {
        add(series.period(index), value: series.points[index].value, grade, fact)
    }

    /// Writes down the periods of two places and all between.
    mutating func add(_ range: ClosedRange<Int>, _ grade: CheckGrade, _ fact: CheckFact) {
        let start = series.points[range.lowerBound].start
        let end = series.period(range.upperBound).end
        let value = series.points[range.lowerBound].value
        add(Period(start: start, seconds: Int(start.seconds(until: end))), value: value, grade, fact)
    }

    /// Whether the periods of two places and all between touch what is judged.
    func touches(_ range: ClosedRange<Int>) -> Bool {
        series.period(range.upperBound).end > judged.lowerBound
            && series.points[range.lowerBound].start < judged.upperBound
    }

    /// Writes down a stretch of time; nothing when it does not touch what is judged.
    mutating func add(_ span: Period, value: ExactDecimal?, _ grade: CheckGrade, _ fact: CheckFact) {
        guard judged.contains(span.start) || (span.start < judged.lowerBound && span.end > judged.lowerBound) else {
            return
        }
        findings.append(
            CheckFinding(
                rule: rule, parameters: parameters, station: series.station, item: series.item, span: span,
                value: value, fact: fact, grade: grade))
    }

    /// Says that the rule could not look at the series, and why.
    mutating func refuse(_ reason: CheckRefusal.Reason) {
        refusals.append(CheckRefusal(rule: rule, station: series.station, item: series.item, reason: reason))
    }
}

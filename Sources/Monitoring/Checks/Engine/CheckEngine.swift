package import Standards

/// Looks at series by rules. Pure: the same field and rules give the same findings, in the same order.
package enum CheckEngine {
    /// What came of looking.
    package struct Report: Sendable {
        /// In the order of time, station, item and rule.
        package let findings: [CheckFinding]
        /// Rules that could not look at a series they are for.
        package let refusals: [CheckRefusal]
    }

    /// Everything the rules find that touches a span; what lies before it is looked back at.
    ///
    /// A stretch that began before the span is given as a whole, so that whoever looks at a day sees what has hung since
    /// the evening before.
    package static func report(_ field: CheckField, rules: CheckRules, judged: Range<Instant>) -> Report {
        var findings: [CheckFinding] = []
        var refusals: [CheckRefusal] = []
        for series in field.series {
            findings += unfit(series, judged)
            for rule in rules.all {
                guard let row = rule.row(for: series) else { continue }
                var pad = CheckPad(
                    rule: rule.reference, parameters: row.parameters, series: series, judged: judged)
                row.test.run(&pad, in: field)
                findings += pad.findings
                refusals += pad.refusals
            }
        }
        return Report(findings: findings.sorted(), refusals: refusals)
    }

    /// The same day by day by the rules in force: a finding belongs to the version of the day on which it begins.
    package static func report(_ field: CheckField, by stretches: [CheckRules.Stretch]) -> Report {
        let parts = stretches.enumerated().map { index, stretch in
            let part = report(field, rules: stretch.rules, judged: stretch.span)
            let own = part.findings.filter { index == 0 || stretch.span.contains($0.span.start) }
            return Report(findings: own, refusals: part.refusals)
        }
        var said: Set<CheckRefusal> = []
        let refusals = parts.flatMap(\.refusals).filter { said.insert($0).inserted }
        return Report(findings: parts.flatMap(\.findings).sorted(), refusals: refusals)
    }

    /// The findings of one test alone, for callers that have no rule file.
    package static func findings(
        _ test: CheckTest, of series: CheckSeries, in field: CheckField, as rule: CheckReference, judged: Range<Instant>
    ) -> [CheckFinding] {
        var pad = CheckPad(rule: rule, parameters: [], series: series, judged: judged)
        test.run(&pad, in: field)
        return pad.findings
    }

    private static let unfitRule = CheckReference(
        id: "unfit", title: "数值的位数", version: .first, kind: .unfit)

    private static func unfit(_ series: CheckSeries, _ judged: Range<Instant>) -> [CheckFinding] {
        guard !series.unfit.isEmpty else { return [] }
        var pad = CheckPad(rule: unfitRule, parameters: [], series: series, judged: judged)
        for index in series.unfit where pad.places.contains(index) { pad.add(index, .fail, .unfit) }
        return pad.findings
    }
}

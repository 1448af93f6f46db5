package import Standards

/// What the checks say about a text.
package struct Examination: Hashable, Sendable {
    /// In the order of the text.
    package let findings: [ReportFinding]
    package let confirmed: [ConfirmedCheck]

    /// - Parameters:
    ///   - lines: the lines of a text, or the paragraphs of a docx.
    ///   - date: the day of the text, by which laws are judged; nil to take it from the text.
    package init(of lines: [String], date: CivilDate?, rules: ExaminingRules) {
        let text = ExaminedText(lines, date: date, words: rules.words.counting)
        var remarks = Remarks()
        for check in Self.checks(rules) { check.examine(text, &remarks) }
        findings = remarks.sortedFindings
        confirmed = remarks.sortedConfirmed
    }

    private static func checks(_ rules: ExaminingRules) -> [any ReportCheck] {
        [
            PercentCheck(words: rules.words, quantities: rules.quantities),
            GoodDaysCheck(quantities: rules.quantities, words: rules.words),
            ChangeCheck(words: rules.words, quantities: rules.quantities), DifferenceCheck(words: rules.words),
            SumCheck(words: rules.words),
            ShareCheck(words: rules.words),
            ListingCheck(words: rules.words), RespectivelyCheck(), NumberingCheck(), OrdinalCheck(),
            DoubledWordCheck(words: rules.words), TitleCheck(titles: rules.titles),
            StandardNumberCheck(titles: rules.titles), NamingCheck(titles: rules.titles),
            UnitCheck(quantities: rules.quantities), RelationCheck(quantities: rules.quantities),
            RepeatedQuantityCheck(quantities: rules.quantities), UniversalCheck(words: rules.words),
            MomentCheck(words: rules.words), BoundsCheck(quantities: rules.quantities),
        ]
    }

    package func count(_ severity: FindingSeverity) -> Int { findings.count { $0.severity == severity } }

    /// Whether something must be mended or explained.
    package var hasFaults: Bool { findings.contains { $0.severity != .note } }
}

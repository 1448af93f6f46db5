package import Catalog
package import Standards

/// What a table gives for a case, with everything by which it can be computed again.
package struct DiscretionResult: Hashable, Sendable {
    /// One line of the sum.
    package struct Term: Hashable, Sendable {
        package let factor: String
        package let level: String
        /// In per cent; of grades the grade.
        package let weight: Rational
        package let evidence: [String]
        /// Whether the circumstance could not be found out and the lightest was taken.
        package let isUnknown: Bool

        /// A line as a record holds it.
        package init(factor: String, level: String, weight: Rational, evidence: [String], isUnknown: Bool) {
            self.factor = factor
            self.level = level
            self.weight = weight
            self.evidence = evidence
            self.isUnknown = isUnknown
        }
    }

    /// The table; nil where none was in force and the range of the law is all there is.
    package let table: String?
    package let confidence: Confidence?
    package let terms: [Term]
    /// The sum with its base, in per cent; nil for models without one.
    package let sum: Rational?
    /// The arithmetic in words, e.g. `(20+0+5+3)%=28%；28%×100万元=28万元`.
    package let arithmetic: [String]
    /// What is proposed: one amount, or a range from which a person chooses.
    package let fine: ClosedRange<Money>
    /// What the law allows.
    package let statutory: ClosedRange<Money>
    /// What a person has to know before it is used, in Chinese.
    package let remarks: [String]
    /// Whether the bureau's leaders must discuss it together (行政处罚法第57条第2款): it leaves what table or law give.
    package let needsDiscussion: Bool

    /// A result as a record holds it; `DiscretionTable.fine` makes them.
    package init(
        table: String?, confidence: Confidence?, terms: [Term], sum: Rational?, arithmetic: [String],
        fine: ClosedRange<Money>, statutory: ClosedRange<Money>, remarks: [String], needsDiscussion: Bool
    ) {
        self.table = table
        self.confidence = confidence
        self.terms = terms
        self.sum = sum
        self.arithmetic = arithmetic
        self.fine = fine
        self.statutory = statutory
        self.remarks = remarks
        self.needsDiscussion = needsDiscussion
    }

    /// The one amount; nil where a person has to choose.
    package var amount: Money? { fine.lowerBound == fine.upperBound ? fine.lowerBound : nil }
}

package import Standards

/// What an automatic check found: which rule of which version, with which parameters, where, when, how sure.
package struct CheckFinding: Hashable, Sendable {
    /// The rule that found it.
    package let rule: CheckReference
    /// The parameters it used, as the rule file writes them.
    package let parameters: [CheckParameter]
    package let station: String
    package let item: String
    /// From the first start to the end of the last period.
    package let span: Period
    /// The value in question, as sent; of several the first. Nil where there is none.
    package let value: ExactDecimal?
    package let fact: CheckFact
    package let grade: CheckGrade

    /// What the value is held against.
    package var reference: Rational? { fact.reference }
    /// The items it speaks of, the tested one first.
    package var items: [String] { [item] + (fact.otherItem.map { [$0] } ?? []) }
}

extension CheckFinding: Comparable {
    /// Order of time, then place, so that findings come in the same order however the series were given.
    package static func < (left: CheckFinding, right: CheckFinding) -> Bool {
        if left.span.start != right.span.start { return left.span.start < right.span.start }
        if left.station != right.station { return left.station < right.station }
        if left.item != right.item { return left.item < right.item }
        if left.rule.id != right.rule.id { return left.rule.id < right.rule.id }
        if left.span.seconds != right.span.seconds { return left.span.seconds < right.span.seconds }
        if left.grade != right.grade { return left.grade < right.grade }
        return "\(left.fact)" < "\(right.fact)"
    }
}

import Catalog
package import Standards

/// Which law a case is judged by: the law in force when the conduct ended, or the later one where it is lighter
/// (从旧兼从轻: 生态环境法典第1057条, 行政处罚法第37条).
package enum LawChoice: Hashable, Sendable {
    /// One law covers the conduct and the decision.
    case single(Provision)
    /// The law changed between the end of the conduct and the decision: both are computed, the lighter one is proposed, and legal
    /// review decides and writes why.
    case compared(earlier: Provision, later: Provision)
    /// The conduct goes across a change of the law: that of its end is where a person begins, who decides and writes why.
    case byPerson(ofEnd: Provision, ofStart: Provision)

    /// - Parameter decided: the day of the decision, or today while there is none.
    /// - Throws: `LawError` with `.noProvision`, `.decidedBefore`.
    package init(_ violation: Violation, _ conduct: Conduct, decided: CivilDate) throws(LawError) {
        guard decided >= conduct.end else { throw LawError(.decidedBefore, date: decided) }
        let ofEnd = try violation.provision(on: conduct.end)
        if !ofEnd.effective.contains(conduct.start) {
            self = .byPerson(ofEnd: ofEnd, ofStart: try violation.provision(on: conduct.start))
            return
        }
        let present = try violation.provision(on: decided)
        self = present == ofEnd ? .single(ofEnd) : .compared(earlier: ofEnd, later: present)
    }

    /// Whether a person must decide and say why, whatever is computed.
    package var needsReason: Bool {
        if case .single = self { false } else { true }
    }
}

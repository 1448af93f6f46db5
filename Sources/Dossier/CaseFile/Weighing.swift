package import Catalog
package import Law
package import Standards

/// A fine weighed by the rules of a day: computed anew wherever it is put on record, never taken from a form.
package struct Weighing: Sendable {
    package let provision: Provision
    package let tier: FineTier
    package let result: DiscretionResult

    /// - Parameters:
    ///   - table: the id of the table; nil where none is in force.
    ///   - day: whose tables are used, and on which the decision would be made.
    ///   - provision: the provision to be tried; nil for the one that is applied.
    /// - Throws: `CaseFileRefusal`, `LawError`, `CatalogError`.
    package init(
        _ request: DiscretionRequest, for charge: Charge, table: String?, on day: CivilDate,
        trying provision: Provision? = nil, catalog: RuleCatalog
    ) throws {
        guard let applied = try provision ?? ChargeLaw(charge, decided: day, catalog: catalog).applied else {
            throw CaseFileRefusal(.lawUndecided)
        }
        self.provision = applied
        switch applied.fineAfter {
        case .refusal where !charge.hasRefused: throw CaseFileRefusal(.noFineYet, "须先责令改正，拒不改正的才罚款")
        case .serious where !charge.isSerious: throw CaseFileRefusal(.noFineYet, "情节严重的才罚款")
        default: break
        }
        tier = try charge.tier(of: applied)
        let statutory = try tier.range(of: charge.base)
        let book = try DiscretionBook(catalog)
        let tables = book.tables(for: charge.violation, on: day)
        guard let table else {
            guard tables.isEmpty else {
                throw CaseFileRefusal(.tableMissing, tables.map(\.title).joined(separator: "；"))
            }
            let ended = book.all.filter { $0.violation == charge.violation && !$0.effective.contains(day) }
            result = DiscretionBook.statutoryOnly(statutory, ended: ended)
            return
        }
        guard let found = tables.first(where: { $0.id == table }) else { throw CaseFileRefusal(.unknown, table) }
        result = try found.fine(request, within: statutory, under: applied.law)
    }

    /// Asks whether an amount may be proposed.
    ///
    /// - Parameter reason: why it leaves what the table gives, or how it was found where no table is in force.
    /// - Throws: `CaseFileRefusal` with `.beyondLaw`, `.reasonMissing`.
    package func admit(_ proposed: Money, reason: String?, _ request: DiscretionRequest) throws(CaseFileRefusal) {
        let range = result.statutory
        let isMitigated = request.change?.kind == .mitigated && proposed < range.lowerBound
        guard range.contains(proposed) || isMitigated else {
            throw CaseFileRefusal(.beyondLaw, Self.text(range))
        }
        let isFree = result.table == nil || !result.fine.contains(proposed)
        if isFree, (reason ?? "").isEmpty { throw CaseFileRefusal(.reasonMissing, Self.text(result.fine)) }
    }

    private static func text(_ range: ClosedRange<Money>) -> String {
        range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound)至\(range.upperBound)"
    }
}

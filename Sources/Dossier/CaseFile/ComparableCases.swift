package import Casework
package import Catalog
package import Law
import Ledger
package import Standards
package import Storage

/// Decided cases of the same violation, by the same provision and the same table, beside which an amount is looked at.
///
/// The rule for what stands out: among at least five such cases an amount below all or above all of them.
package struct ComparableCases: Sendable {
    /// One of them.
    package struct Case: Sendable, Hashable {
        package let matter: MatterID
        package let title: String
        /// What was decided; where the decision joined several charges, what was proposed for this one.
        package let amount: Money
        /// `违法次数：第一次` and so on.
        package let factors: [String]
    }

    /// Below so many cases nothing is said of rank.
    package static let leastCount = 5
    /// So many weighings of the violation are looked through, the youngest first.
    private static let greatestLooked = 300
    /// At most so many are compared, the youngest.
    package static let greatestCount = 60

    /// The youngest first.
    package let cases: [Case]

    /// Cases that are known.
    init(cases: [Case]) { self.cases = cases }

    /// - Parameter matter: the one that is compared, which is left out.
    package init(
        with discretion: Discretion, of charge: Charge, provision: CivilDate, in matter: MatterID,
        catalog: RuleCatalog, now: Instant, connection: ReadConnection
    ) throws {
        var seen: Set<String> = []
        var found: [Case] = []
        let rows = try CaseEntryStore.weighings(of: charge.violation, limit: Self.greatestLooked, in: connection)
        for (other, entry) in rows where other != matter && found.count < Self.greatestCount {
            // The youngest weighing of a charge is the one that counts.
            guard seen.insert("\(other.rawValue)/\(entry.item)").inserted, let weighed = Discretion(entry),
                RecordPart.day(of: entry.body["provision"]) == provision,
                weighed.result.table == discretion.result.table,
                let file = try CaseFileStore.file(of: other, catalog: catalog, now: now, in: connection),
                file.discretions.contains(where: { $0.sequence == entry.sequence }),
                let fine = file.decidedFine
            else { continue }
            found.append(
                Case(
                    matter: other, title: file.title, amount: file.charges.count == 1 ? fine : weighed.proposed,
                    factors: weighed.result.terms.map { "\($0.factor)：\($0.level)" }))
        }
        cases = found
    }

    /// The place of an amount among them from the lowest, 1 for the lowest; nil below `leastCount` cases.
    package func rank(of amount: Money) -> Int? {
        cases.count < Self.leastCount ? nil : cases.count { $0.amount < amount } + 1
    }

    /// Whether an amount stands out; nil where there are too few cases to say.
    package func standsOut(_ amount: Money) -> Bool? {
        guard cases.count >= Self.leastCount, let least = cases.map(\.amount).min(),
            let most = cases.map(\.amount).max()
        else { return nil }
        return amount < least || amount > most
    }
}

extension CaseFile {
    /// The fact in which every procedure of penalties states the fine that was imposed.
    static let fineFact = "罚款数额"

    /// The day on which the fine was decided; nil while it was not.
    package var decisionDay: CivilDate? {
        matter.steps.last { step in
            !step.isUndone && matter.procedure.action(step.action)?.form.contains(Self.fineFact) == true
        }?.day
    }

    /// The fine that was decided; nil while none was.
    package var decidedFine: Money? {
        let fact = matter.procedure.payment?.fine ?? Self.fineFact
        guard case .money(let fen)? = matter.facts[fact] else { return nil }
        return Money(fen: fen)
    }
}

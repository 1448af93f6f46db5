import Casework
import Law
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Dossier

/// Amounts are compared with those of cases like this one, and with no others.
struct ComparableCasesTests {
    private static let table = "GD-2.8.1"

    /// A decided case of elsewhere, with how its fine was weighed here.
    private func decide(
        _ yuan: Int64?, _ violation: String = "WAT-02", _ level: String = "偷排", in fixture: CaseFileFixture
    ) async throws {
        let matter = try await fixture.matters.open(
            "PEN-GENERAL", title: "另案 \(yuan ?? 0)", by: CaseFileFixture.actor("captain")
        ) { opening in
            opening.origin = .imported
            opening.state = yuan == nil ? "调查取证" : "已决定"
            if let yuan { opening.facts["罚款数额"] = .money(yuan * 100) }
        }
        let charge = Charge(
            id: fixture.desk.mintedID(), violation: violation,
            conduct: try CaseFileFixture.conduct("2026-08-20", "2026-08-21"), facts: "另案事实")
        let stated = try await fixture.desk.state(charge, of: matter, after: nil, by: CaseFileFixture.officer)
        let request = DiscretionRequest(
            violation == "WAT-02" ? [DiscretionRequest.Choice("表现形式", level)] : [])
        try await fixture.desk.weigh(
            request, table: violation == "WAT-02" ? Self.table : "GD-2.7.1", for: charge.id, of: matter,
            after: stated.sequence, by: CaseFileFixture.officer)
    }

    @Test("Only decided cases of the same violation, provision and table are compared, each once with what was decided")
    func found() async throws {
        let fixture = try await CaseFileFixture()
        for yuan: Int64 in [250_000, 300_000, 350_000, 200_000, 400_000] { try await decide(yuan, in: fixture) }
        // Not decided yet; another violation.
        try await decide(nil, in: fixture)
        try await decide(900_000, "WAT-01", in: fixture)
        let (charge, sequence) = try await fixture.charge("WAT-02", "2026-08-22", "2026-08-23")
        try await fixture.desk.weigh(
            DiscretionRequest([DiscretionRequest.Choice("表现形式", "偷排")]), table: Self.table, for: charge,
            of: fixture.matter, after: sequence, by: CaseFileFixture.officer)
        let file = try await fixture.file()
        let (own, held) = (try #require(file.discretions.first), try #require(file.charges.first))
        let (matter, catalog, now) = (fixture.matter, fixture.bureau.catalog, fixture.matters.now)
        let code = try CaseFileFixture.day("2026-08-15")
        let cases = try await fixture.bureau.book.database.read {
            try ComparableCases(
                with: own, of: held, provision: code, in: matter, catalog: catalog, now: now, connection: $0)
        }
        let amounts = cases.cases.map(\.amount).sorted()
        #expect(amounts == [200_000, 250_000, 300_000, 350_000, 400_000].map { Money(yuan: $0) })
        #expect(cases.rank(of: own.proposed) == 3 && cases.standsOut(own.proposed) == false)
        #expect(cases.cases.first?.factors.contains("表现形式：偷排") == true)
    }
}

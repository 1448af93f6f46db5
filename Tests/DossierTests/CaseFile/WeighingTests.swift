import Casework
import Law
import Ledger
import Records
import Standards
import TestKit
import Testing

@testable import Dossier

/// The fine on record is what the rules of the day give, whatever a form says.
struct WeighingTests {
    private static let table = "GD-2.8.1"
    private static let secret = DiscretionRequest([
        DiscretionRequest.Choice("表现形式", "偷排", evidence: ["1"]),
        DiscretionRequest.Choice("排污情况", "其他污染物"),
    ])

    /// A matter with one piece of evidence and a charge.
    private func fixture() async throws -> (CaseFileFixture, charge: String, sequence: Int64) {
        let fixture = try await CaseFileFixture()
        try await fixture.desk.take(
            try fixture.evidence("现场照片"), into: fixture.matter, by: CaseFileFixture.officer)
        let (id, sequence) = try await fixture.charge("WAT-02", "2026-08-20", "2026-08-21")
        return (fixture, id, sequence)
    }

    @Test("A weighing holds factors with their evidence, the arithmetic and the law's range")
    func weighed() async throws {
        let (fixture, charge, sequence) = try await fixture()
        try await fixture.desk.weigh(
            Self.secret, table: Self.table, for: charge, of: fixture.matter, after: sequence,
            by: CaseFileFixture.officer)
        let found = try #require(try await fixture.file().discretions.first)
        // 10 to begin with and 20 for what was done in secret: 30 % of a million.
        #expect(found.proposed == Money(yuan: 300_000) && found.result.amount == found.proposed)
        #expect(found.result.terms.first?.evidence == ["1"])
        #expect(found.request == Self.secret && found.day == fixture.matters.now.beijingDate)
        try await fixture.expectRebuildsAlike()
    }

    @Test("An amount outside the law is refused; one beside the table needs its reason")
    func outside() async throws {
        let (fixture, charge, sequence) = try await fixture()
        func propose(_ yuan: Int64, _ reason: String?) async throws {
            try await fixture.desk.weigh(
                Self.secret, table: Self.table, proposed: Money(yuan: yuan), reason: reason, for: charge,
                of: fixture.matter, after: sequence, by: CaseFileFixture.officer)
        }
        #expect(try await fixture.code { try await propose(1_000_001, "情节特别严重") } == .beyondLaw)
        #expect(try await fixture.code { try await propose(99_999, "态度好") } == .beyondLaw)
        #expect(try await fixture.code { try await propose(250_000, nil) } == .reasonMissing)
        try await propose(250_000, "主动消除危害后果")
        #expect(try await fixture.file().discretions.first?.reason == "主动消除危害后果")
    }

    @Test("A result that somebody tampered with is refused inside the transaction")
    func tampered() async throws {
        let (fixture, charge, sequence) = try await fixture()
        let record = try await fixture.desk.weigh(
            Self.secret, table: Self.table, for: charge, of: fixture.matter, after: sequence,
            by: CaseFileFixture.officer)
        var members = try #require(record.body.members)
        members["follows"] = .integer(record.sequence)
        members["proposed"] = .integer(10_000_000)
        var result = try #require(members["result"]?.members)
        result["fine"] = ["least": 10_000_000, "most": 10_000_000]
        members["result"] = .object(result)
        let body = CanonicalValue.object(members)
        let refused = try await fixture.refusal {
            try await fixture.bureau.book.record(
                Action(
                    actor: CaseFileFixture.officer, name: CaseFileActions.weighed,
                    subject: fixture.matter.rawValue, body: body))
        }
        #expect((refused as? RecordsError)?.field == "result")
    }

    @Test("Evidence that is not in the file or does not count any more proves no circumstance")
    func cited() async throws {
        let (fixture, charge, sequence) = try await fixture()
        let none = DiscretionRequest([DiscretionRequest.Choice("表现形式", "偷排", evidence: ["7"])])
        #expect(
            try await fixture.code {
                try await fixture.desk.weigh(
                    none, table: Self.table, for: charge, of: fixture.matter, after: sequence,
                    by: CaseFileFixture.officer)
            } == .unknown)
        let piece = try #require(try await fixture.file().evidence.first)
        try await fixture.desk.exclude(
            piece.id, from: fixture.matter, reason: "取得程序违法", by: CaseFileFixture.officer)
        #expect(
            try await fixture.code {
                try await fixture.desk.weigh(
                    Self.secret, table: Self.table, for: charge, of: fixture.matter, after: sequence,
                    by: CaseFileFixture.officer)
            } == .excluded)
    }

    @Test("Where no table is in force the range of the law is all there is, and the amount needs its reason")
    func noTable() async throws {
        let fixture = try await CaseFileFixture(on: "2027-02-01")
        let (charge, sequence) = try await fixture.charge("WAT-02", "2026-11-01", "2026-11-02")
        func propose(_ reason: String?) async throws {
            try await fixture.desk.weigh(
                DiscretionRequest(), table: nil, proposed: Money(yuan: 200_000), reason: reason, for: charge,
                of: fixture.matter, after: sequence, by: CaseFileFixture.officer)
        }
        #expect(try await fixture.code { try await propose(nil) } == .reasonMissing)
        try await propose("参照以往同类案件")
        let result = try #require(try await fixture.file().discretions.first?.result)
        #expect(result.table == nil && result.remarks.contains { $0.contains("2026-12-31 届满") })
    }

    @Test("Before the legal section has chosen the law no fine is weighed; a later change of the charge voids it")
    func order() async throws {
        let (fixture, _, _) = try await fixture()
        let (charge, sequence) = try await fixture.charge("WAT-02", "2026-07-01", "2026-07-02")
        #expect(
            try await fixture.code {
                try await fixture.desk.weigh(
                    Self.secret, table: Self.table, for: charge, of: fixture.matter, after: sequence,
                    by: CaseFileFixture.officer)
            } == .lawUndecided)
        let code = try CaseFileFixture.day("2026-08-15")
        let decided = try await fixture.desk.decideLaw(
            code, of: charge, in: fixture.matter, reason: "法典较轻", after: sequence,
            by: CaseFileFixture.actor("legal"))
        let weighed = try await fixture.desk.weigh(
            Self.secret, table: Self.table, for: charge, of: fixture.matter, after: decided.sequence,
            by: CaseFileFixture.officer)
        #expect(try await fixture.file().discretions.count == 1)
        var changed = try #require(try await fixture.file().charges.last)
        changed.facts = "另查明"
        try await fixture.desk.state(
            changed, of: fixture.matter, after: weighed.sequence, reason: "补充事实", by: CaseFileFixture.officer)
        #expect(try await fixture.file().discretions.isEmpty)
    }

    @Test("Below five comparable cases nothing is said of rank; among five an amount beyond all of them stands out")
    func comparable() async throws {
        func cases(_ amounts: [Int64]) -> ComparableCases {
            ComparableCases(
                cases: amounts.map {
                    ComparableCases.Case(
                        matter: .init(rawValue: "m\($0)"), title: "", amount: Money(yuan: $0), factors: [])
                })
        }
        #expect(cases([1, 2, 3, 4]).rank(of: Money(yuan: 9)) == nil)
        #expect(cases([1, 2, 3, 4]).standsOut(Money(yuan: 9)) == nil)
        #expect(cases([1, 2, 3, 4, 5]).rank(of: Money(yuan: 3)) == 3)
        #expect(cases([1, 2, 3, 4, 5]).standsOut(Money(yuan: 5)) == false)
        #expect(cases([1, 2, 3, 4, 5]).standsOut(Money(yuan: 6)) == true)
    }
}

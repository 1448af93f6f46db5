import Casework
import Catalog
import Law
import Ledger
import Records
import Standards
import TestKit
import Testing

@testable import Dossier

/// Which law a charge is judged by, and who says so.
struct ChargeTests {
    private func law(_ fixture: CaseFileFixture) async throws -> ChargeLaw {
        let charge = try #require(try await fixture.file().charges.first)
        return try ChargeLaw(
            charge, decided: fixture.matters.now.beijingDate, catalog: fixture.bureau.catalog)
    }

    @Test(
        "Conduct before 15 August 2026 decided after it: both laws are computed, the lighter proposed, the legal post decides"
    )
    func across() async throws {
        let fixture = try await CaseFileFixture()
        let (id, sequence) = try await fixture.charge("HAZ-09", "2026-07-01", "2026-07-02")
        let before = try await law(fixture)
        let pair = try #require(before.comparison)
        #expect(pair.earlier.range == Money(yuan: 100_000)...Money(yuan: 1_000_000))
        #expect(pair.later.range == Money(yuan: 200_000)...Money(yuan: 2_000_000))
        #expect(pair.lighter == .earlier && before.applied == nil && before.needsPerson)
        let old = try CaseFileFixture.day("2020-09-01")
        #expect(
            try await fixture.code {
                try await fixture.desk.decideLaw(
                    old, of: id, in: fixture.matter, reason: "旧法较轻", after: sequence, by: CaseFileFixture.officer)
            } == .notInPost)
        #expect(
            try await fixture.code {
                try await fixture.desk.decideLaw(
                    old, of: id, in: fixture.matter, reason: "", after: sequence, by: CaseFileFixture.actor("legal"))
            } == .missing)
        try await fixture.desk.decideLaw(
            old, of: id, in: fixture.matter, reason: "旧法较轻", after: sequence, by: CaseFileFixture.actor("legal"))
        let decision = try #require(try await fixture.file().charges.first?.choice)
        #expect(decision == Charge.LawDecision(provision: old, reason: "旧法较轻", person: "p-legal"))
        #expect(try await law(fixture).applied?.effective.from == old)
        try await fixture.expectRebuildsAlike()
    }

    @Test("New conduct: the repealed law cannot be cited")
    func repealed() async throws {
        let fixture = try await CaseFileFixture()
        let (id, sequence) = try await fixture.charge("HAZ-09", "2026-08-20", "2026-08-21")
        #expect(try await law(fixture).applied?.law.hasPrefix("生态环境法典") == true)
        let old = try CaseFileFixture.day("2020-09-01")
        #expect(
            try await fixture.code {
                try await fixture.desk.decideLaw(
                    old, of: id, in: fixture.matter, reason: "旧法", after: sequence, by: CaseFileFixture.actor("legal"))
            } == .nothingToChoose)
        let (other, last) = try await fixture.charge("HAZ-09", "2026-08-20", "2026-08-21") { $0.isContinuing = true }
        #expect(
            try await fixture.code {
                try await fixture.desk.decideLaw(
                    old, of: other, in: fixture.matter, reason: "旧法", after: last,
                    by: CaseFileFixture.actor("legal"))
            } == .foreignProvision)
    }

    @Test("Continuing conduct is always decided by a person, across the change of law and within one law")
    func continuing() async throws {
        let fixture = try await CaseFileFixture()
        let (id, sequence) = try await fixture.charge("HAZ-09", "2026-07-01", "2026-08-20")
        let found = try await law(fixture)
        #expect(found.applied == nil && found.candidates.count == 2)
        #expect(found.candidates.first?.law.hasPrefix("生态环境法典") == true)
        let code = try CaseFileFixture.day("2026-08-15")
        let decided = try await fixture.desk.decideLaw(
            code, of: id, in: fixture.matter, reason: "终了时适用法典", after: sequence,
            by: CaseFileFixture.actor("legal"))
        // Other days of conduct: the choice has to be made again.
        var charge = try #require(try await fixture.file().charges.first)
        charge.conduct = try CaseFileFixture.conduct("2026-07-01", "2026-08-25")
        try await fixture.desk.state(
            charge, of: fixture.matter, after: decided.sequence, reason: "补充查明", by: CaseFileFixture.officer)
        #expect(try await fixture.file().charges.first?.choice == nil)
    }

    @Test("What has run out and what may be a crime is shown, with the article")
    func warnings() async throws {
        let fixture = try await CaseFileFixture()
        let discovered = try CaseFileFixture.day("2026-08-30")
        _ = try await fixture.charge("HAZ-09", "2024-08-01", "2024-08-02") { charge in
            charge.discovered = discovered
            charge.measured = ["hazardous_waste_tonnes": 3]
        }
        let found = try await law(fixture)
        let charge = try #require(try await fixture.file().charges.first)
        #expect(found.isTooLate(charge) == true)
        #expect(found.crimes.map(\.article) == ["第1条第(二)项"])
        var harmful = charge
        harmful.hasCausedHarm = true
        let longer = try ChargeLaw(
            harmful, decided: fixture.matters.now.beijingDate, catalog: fixture.bureau.catalog)
        #expect(longer.isTooLate(harmful) == false)
    }

    @Test("Conduct of tomorrow, of no provision on file, and of an unknown violation is refused")
    func refused() async throws {
        let fixture = try await CaseFileFixture()
        #expect(
            try await fixture.code { _ = try await fixture.charge("HAZ-09", "2026-08-20", "2026-09-02") } == .wrong)
        let none = try await fixture.refusal { _ = try await fixture.charge("HAZ-09", "2019-01-01", "2019-01-02") }
        #expect((none as? LawError)?.code == .noProvision)
        let unknown = try await fixture.refusal { _ = try await fixture.charge("XXX-01", "2026-08-20", "2026-08-21") }
        #expect((unknown as? LawError)?.code == .unknownViolation)
    }
}

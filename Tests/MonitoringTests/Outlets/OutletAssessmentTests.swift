import Ledger
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

@testable import Monitoring

/// Of a polluter's monitor a reviewer says 认可 or 存疑; the value stays what its device sent.
struct OutletAssessmentTests {
    private func cell(_ hour: Int, _ judged: String? = "40|N", undoes: Int64? = nil) -> ReviewCell {
        ReviewCell(
            start: Instant(beijing: OutletFixture.day, hour: hour), item: "nox", judged: judged, undoes: undoes)
    }

    private func assess(
        _ decision: HourReview.Decision, _ cells: [ReviewCell], reason: String = "", note: String = "",
        of outlet: String = OutletFixture.outlet
    ) -> Action {
        OutletAssessmentActions.assess(
            decision, cells, of: outlet, reason: reason, note: note, reviewer: "甲", by: OutletFixture.actor)
    }

    private func doubt(in bureau: TestBureau) async throws -> OutletDoubt? {
        try await bureau.book.database.read { connection in
            let outlets = try RegistryStore.objects(.outlet, in: connection)
            return try OutletAssessmentStore.doubts(
                of: outlets, from: OutletFixture.day, to: OutletFixture.day, in: connection
            ).first
        }
    }

    @Test func `hours in doubt are a lead with their reasons, until the doubt is taken back`() async throws {
        let bureau = try await OutletFixture.bureau()
        #expect(try await doubt(in: bureau) == nil)
        let record = try await bureau.book.record(assess(.doubted, [cell(6), cell(7)], reason: "flat"))
        let lead = try #require(try await doubt(in: bureau))
        #expect(lead.hourCount == 2 && lead.reasons == ["flat"] && lead.items.map(\.limit.item) == ["nox"])
        #expect(lead.items[0].hours.allSatisfy { $0.value == 40 }, "the value counts as it came")
        try await bureau.book.record(assess(.undone, [cell(6, undoes: record.sequence)]))
        #expect(try await doubt(in: bureau)?.hourCount == 1)
        try await bureau.book.record(assess(.accepted, [cell(7)]))
        #expect(try await doubt(in: bureau) == nil)
        let before = try await bureau.dump()["outlet_assessment"]
        try await bureau.book.rebuild()
        #expect(try await bureau.dump()["outlet_assessment"] == before && before?.count == 4)
    }

    @Test func `a later arrival is not in doubt: the word spoke of what stood there`() async throws {
        let bureau = try await OutletFixture.bureau()
        try await bureau.book.record(assess(.doubted, [cell(6)], reason: "flat"))
        bureau.clock.advance(seconds: 60)
        try await OutletFixture.arrive([("nox", 6, "44", "N")], in: bureau)
        #expect(try await doubt(in: bureau) == nil)
    }

    @Test func `nothing of an enterprise's value is rejected, replaced or decided without a reason`() async throws {
        let bureau = try await OutletFixture.bureau()
        let refused: [(Action, RecordsError)] = [
            (
                assess(.rejected, [cell(6)], reason: "flat"),
                RecordsError(.invalid, field: "decision", detail: "rejected")
            ),
            (assess(.entered, [cell(6)]), RecordsError(.invalid, field: "decision", detail: "entered")),
            (assess(.doubted, [cell(6)]), RecordsError(.invalid, field: "reason", detail: "")),
            (assess(.doubted, [cell(6)], reason: "other"), RecordsError(.invalid, field: "note", detail: "")),
            (
                assess(.accepted, [cell(6, "41|N")]),
                RecordsError(.superseded, field: "value", detail: "nox 2026-11-20 7时")
            ),
            (assess(.accepted, []), RecordsError(.invalid, field: "items", detail: "")),
            (
                assess(.undone, [cell(6, undoes: 1)]),
                RecordsError(.invalid, field: "undoes", detail: "nox 2026-11-20 7时")
            ),
            (assess(.accepted, [cell(6)], of: "S1"), RecordsError(.unknownSubject, field: "outlet", detail: "S1")),
        ]
        for (action, error) in refused {
            await #expect(throws: error) { try await bureau.book.record(action) }
        }
        // Nor do the actions of the bureau's own stations take an outlet.
        await #expect(throws: RecordsError.self) {
            try await bureau.book.record(
                ReviewActions.decide(
                    .rejected, on: [cell(6)], of: OutletFixture.outlet, reason: "jump", reviewer: "甲",
                    by: OutletFixture.actor))
        }
    }
}

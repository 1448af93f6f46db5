import Ledger
import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

/// Sheets of which everything is measured on the spot: noise and residual chlorine.
struct ManualFieldTests {
    private static let actor = ManualFixture.person("planner")

    private static func bureau() async throws -> TestBureau {
        let bureau = try await TestBureau(MonitoringFixture.capabilities, clock: TestClock(ManualFixture.now))
        try await bureau.book.record([
            RegistryActions.register(
                "NZ1", kind: .noise, name: "功能区点",
                fields: ["town": "甲镇", "zoneClass": "2", "longitude": "117.0", "latitude": "39.0"], by: actor),
            RegistryActions.register(
                "H1", kind: .outlet, name: "医院总排口",
                fields: ["enterprise": "某医院", "medium": "water", "limits": .array([])], by: actor),
        ])
        return bureau
    }

    private static func plan(_ form: String, _ object: String, _ frequency: String, _ items: [String]) -> ManualPlan {
        ManualFixture.plan([ManualPlan.Line(object: object, frequency: frequency, items: items)], form: form)
    }

    private static let noise = ["leq", "l10", "l50", "l90"]

    private static func noiseSheet(_ fields: [String: String]) -> ManualSheet {
        ManualFixture.sheet(
            ManualTaskID(
                plan: ManualFixture.planID, object: "NZ1", frequency: "quarterly",
                window: CivilDate(year: 2026, month: 10, day: 1) ?? .first),
            bottles: ManualSheet.Bottles(sample: ""),
            values: [
                "leq": ManualFixture.decimal("58.4"), "l10": ManualFixture.decimal("61.0"),
                "l50": ManualFixture.decimal("56.2"), "l90": ManualFixture.decimal("51.9"),
            ], fields: fields)
    }

    private static let noiseFields = [
        "period": "昼间", "minutes": "20", "source": "交通", "weather": "晴，1.2 m/s", "instrument": "AWA6228，93.8/93.9",
    ]

    private func task(in bureau: TestBureau) async throws -> ManualTask? {
        try await ManualFixture.tasks(in: bureau).first { $0.sheet != nil }
    }

    @Test func `a noise survey has no laboratory: its sheet goes through the three levels itself`() async throws {
        let bureau = try await Self.bureau()
        try await bureau.book.record(
            ManualActions.plan(Self.plan("noise-survey", "NZ1", "quarterly", Self.noise), person: "甲", by: Self.actor))
        await #expect(throws: RecordsError(.invalid, field: "field", detail: "时段")) {
            try await bureau.book.record(
                ManualActions.sample(
                    Self.noiseSheet(Self.noiseFields.merging(["period": "傍晚"]) { $1 }),
                    by: ManualFixture.person("sampler")))
        }
        let sheet = Self.noiseSheet(Self.noiseFields)
        try await bureau.book.record(ManualActions.sample(sheet, by: ManualFixture.person("sampler")))
        #expect(try await task(in: bureau)?.state == .reviewing)
        #expect(try await task(in: bureau)?.reportDue == nil)
        await #expect(throws: RecordsError(.invalid, field: "same", detail: "sampler")) {
            try await bureau.book.record(
                ManualReviewActions.take(
                    .checked, of: sheet.id, note: "", reviewer: "乙", by: ManualFixture.person("sampler")))
        }
        try await ManualFixture.review(sheet.id, ManualFixture.allLevels, in: bureau)
        #expect(try await task(in: bureau)?.state == .done)
        let readings = try await bureau.book.database.read { connection in
            try ManualReadingStore.readings(
                from: Instant(secondsSince1970: 0), to: ManualFixture.now, object: "NZ1", in: connection)
        }
        #expect(Set(readings.map(\.series.item)) == Set(Self.noise))
        #expect(readings.first { $0.series.item == "leq" }?.value == ManualFixture.decimal("58.4"))
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }

    @Test func `a sheet that was returned leaves its task open again`() async throws {
        let bureau = try await Self.bureau()
        try await bureau.book.record(
            ManualActions.plan(Self.plan("noise-survey", "NZ1", "quarterly", Self.noise), person: "甲", by: Self.actor))
        let sheet = Self.noiseSheet(Self.noiseFields)
        try await bureau.book.record(ManualActions.sample(sheet, by: ManualFixture.person("sampler")))
        try await ManualFixture.review(sheet.id, [(.checked, "first")], in: bureau)
        await #expect(throws: RecordsError(.invalid, field: "note", detail: "")) {
            try await bureau.book.record(
                ManualReviewActions.take(
                    .returned, of: sheet.id, note: "", reviewer: "丙", by: ManualFixture.person("second")))
        }
        try await ManualFixture.review(sheet.id, [(.returned, "second")], note: "未校准", in: bureau)
        #expect(try await task(in: bureau) == nil)
    }

    @Test func `residual chlorine is owed every day and takes only its own item`() async throws {
        let bureau = try await Self.bureau()
        await #expect(throws: RecordsError(.invalid, field: "onSite", detail: "氨氮")) {
            try await bureau.book.record(
                ManualActions.plan(
                    Self.plan("residual-chlorine", "H1", "daily", ["chlorine", "nh3n"]), person: "甲", by: Self.actor))
        }
        await #expect(throws: RecordsError(.invalid, field: "object", detail: "功能区点")) {
            try await bureau.book.record(
                ManualActions.plan(
                    Self.plan("residual-chlorine", "NZ1", "daily", ["chlorine"]), person: "甲", by: Self.actor))
        }
        try await bureau.book.record(
            ManualActions.plan(
                Self.plan("residual-chlorine", "H1", "daily", ["chlorine"]), person: "甲", by: Self.actor))
        let counts = ManualCompletion(try await ManualFixture.tasks(in: bureau))
        #expect(counts.planned == 365)
        // 1 January to 21 November.
        #expect(counts.overdue == 325)
    }
}

import Monitoring
import Records
import Standards
import TestKit
import Testing

/// What a sampling sheet must say.
struct ManualSheetTests {
    private func refusal(_ sheet: ManualSheet, in bureau: TestBureau) async -> String? {
        do {
            try await bureau.book.record(ManualActions.sample(sheet, by: ManualFixture.person("sampler")))
            return nil
        } catch let error as RecordsError { return error.field } catch { return "\(error)" }
    }

    @Test func `a sheet that lacks what its form asks for is refused and says what`() async throws {
        let bureau = try await ManualFixture.bureau()
        let fields = ManualFixture.sheet().fields
        #expect(await refusal(ManualFixture.sheet(people: ["乙"]), in: bureau) == "people")
        #expect(await refusal(ManualFixture.sheet(people: ["乙", "乙"]), in: bureau) == "people")
        #expect(
            await refusal(ManualFixture.sheet(fields: fields.filter { $0.key != "weather" }), in: bureau) == "field")
        #expect(
            await refusal(ManualFixture.sheet(fields: fields.merging(["weather": "好"]) { $1 }), in: bureau) == "field")
        #expect(
            await refusal(ManualFixture.sheet(fields: fields.merging(["depth": "深"]) { $1 }), in: bureau) == "field")
        #expect(await refusal(ManualFixture.sheet(values: ["wt": 18]), in: bureau) == "value")
        #expect(
            await refusal(
                ManualFixture.sheet(values: ManualFixture.onSite.merging(["ph": 15]) { $1 }), in: bureau) == "value")
        #expect(
            await refusal(ManualFixture.sheet(bottles: ManualSheet.Bottles(sample: "")), in: bureau) == "bottle")
        #expect(await refusal(ManualFixture.sheet(at: "2026-09-30T09:00:00+08:00"), in: bureau) == "at")
        #expect(await refusal(ManualFixture.sheet(at: "2026-12-01T09:00:00+08:00"), in: bureau) == "at")
        #expect(await refusal(ManualFixture.sheet(), in: bureau) == nil)
    }

    @Test func `a task is sampled once and a bottle has one number, until the sheet is taken out`() async throws {
        let bureau = try await ManualFixture.bureau()
        let first = ManualFixture.sheet(id: MintedID.mint(at: 5))
        #expect(await refusal(first, in: bureau) == nil)
        #expect(
            await refusal(
                ManualFixture.sheet(id: MintedID.mint(at: 6), bottles: ManualSheet.Bottles(sample: "x")), in: bureau)
                == "sampled")
        let other = ManualFixture.task("W1", "monthly", 9)
        let again = ManualFixture.sheet(other, id: MintedID.mint(at: 7))
        #expect(await refusal(again, in: bureau) == "bottle")
        try await bureau.book.record(
            ManualActions.void(sheet: first.id, reason: "编号写错", person: "乙", by: ManualFixture.person("sampler")))
        #expect(await refusal(again, in: bureau) == nil)
    }

    @Test func `a sheet on which a report rests stands`() async throws {
        let bureau = try await ManualFixture.bureau()
        let sheet = ManualFixture.sheet()
        try await bureau.book.record(ManualActions.sample(sheet, by: ManualFixture.person("sampler")))
        _ = try await LaboratoryImport.run(
            try ManualFixture.order(), takesGoodRows: false, person: "丁", by: ManualFixture.person("clerk"),
            into: bureau.book)
        await #expect(throws: RecordsError(.invalid, field: "used", detail: "W1-1009-1")) {
            try await bureau.book.record(
                ManualActions.void(sheet: sheet.id, reason: "错", person: "乙", by: ManualFixture.person("sampler")))
        }
    }
}

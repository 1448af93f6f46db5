import Foundation
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

@testable import Monitoring

/// What enterprises mark and replace is theirs: kept with who and when, shown, and never judged by.
struct OutletMarkTests {
    private let span = Period.day(OutletFixture.day)

    private func marks(in bureau: TestBureau) async throws -> [OutletMark] {
        try await bureau.book.database.read { connection in
            try OutletMarkStore.marks(of: [OutletFixture.outlet], from: span.start, to: span.end, in: connection)
        }
    }

    private func amount(in bureau: TestBureau) async throws -> OutletAmount {
        let (outlet, limit) = try #require(try await OutletFixture.limit(in: bureau))
        return try await bureau.book.database.read { connection in
            try OutletAmount.of(limit, at: outlet, from: span.start, to: span.end, in: connection)
        }
    }

    @Test func `a file of marks goes on record with who and when, and each refused row is named`() async throws {
        let bureau = try await OutletFixture.bureau()
        let outcome = try await OutletFixture.take(
            OutletFixture.marksHead + """
                DA001,甲厂,氮氧化物,自动监测异常,,2026-11-20 02:00,2026-11-20 04:00,2026-11-20 09:00,张三,有效
                DA001,甲厂,,工况,冷启动,2026-11-20 06:00,2026-11-20 08:00,2026-11-20 09:30,张三,
                DA009,甲厂,,工况,冷启动,2026-11-20 06:00,2026-11-20 08:00,2026-11-20 09:30,张三,
                DA001,乙厂,,工况,冷启动,2026-11-20 06:00,2026-11-20 08:00,2026-11-20 09:30,张三,
                DA001,甲厂,,停产,,2026-11-20 06:00,2026-11-20 08:00,2026-11-20 09:30,张三,
                DA001,甲厂,,工况,,2026-11-20 06:00,2026-11-20 08:00,2026-11-20 09:30,张三,
                DA001,甲厂,,运维,,2026-11-20 08:00,2026-11-20 06:00,2026-11-20 09:30,张三,
                DA001,甲厂,臭氧,运维,,2026-11-20 06:00,2026-11-20 08:00,2026-11-20 09:30,张三,
                DA001,甲厂,,运维,,2026-11-20 06:00,2026-11-20 08:00,,张三,
                """, in: bureau)
        #expect(outcome.marks == 2 && outcome.sequence != nil)
        #expect(outcome.refused.map(\.line) == [4, 5, 6, 7, 8, 9, 10])
        let words = ["没有登记为排放口", "与排放口 DA001 登记的“甲厂”不同", "可用：运维、", "标记内容", "不晚于开始时间", "可用：氮氧化物、流量", "标记时间"]
        for (fault, words) in zip(outcome.refused, words) { #expect(fault.message.contains(words), "\(fault)") }
        let marks = try await marks(in: bureau)
        #expect(marks.map(\.kind) == [.abnormal, .operating] && marks.map(\.maker) == ["张三", "张三"])
        #expect(marks.first?.madeAt == Instant("2026-11-20T09:00:00+08:00"))
        #expect(marks.map(\.sequence) == [outcome.sequence, outcome.sequence].compactMap(\.self))
    }

    @Test func `the same mark is taken once, and one that was taken back marks nothing`() async throws {
        let bureau = try await OutletFixture.bureau()
        let row = "DA001,甲厂,氮氧化物,自动监测异常,,2026-11-20 02:00,2026-11-20 04:00,2026-11-20 09:00,张三,"
        _ = try await OutletFixture.take(OutletFixture.marksHead + row + "有效\n", in: bureau)
        let again = try await OutletFixture.take(OutletFixture.marksHead + row + "有效\n", in: bureau)
        #expect(again.sequence == nil && again.known == 1)
        let withdrawn = try await OutletFixture.take(OutletFixture.marksHead + row + "撤销\n", in: bureau)
        #expect(withdrawn.marks == 1)
        #expect(try await marks(in: bureau).isEmpty)
        try await bureau.book.rebuild()
        #expect(try await marks(in: bureau).isEmpty)
        #expect(try await bureau.dump()["outlet_mark"]?.count == 2, "the first entry stays on record")
    }

    @Test func `marks reach the checks by industry and event of the marking rule, and one made too late is doubted`()
        async throws
    {
        let bureau = try await OutletFixture.bureau()
        _ = try await OutletFixture.take(
            OutletFixture.marksHead + """
                DA001,甲厂,氮氧化物,自动监测异常,,2026-11-20 02:00,2026-11-20 04:00,2026-11-20 09:00,张三,
                DA001,甲厂,,工况,冷启动,2026-11-20 06:00,2026-11-20 12:00,2026-11-20 13:00,张三,
                DA001,甲厂,,工况,扬尘,2026-11-20 13:00,2026-11-20 14:00,2026-11-20 15:00,张三,
                DA001,甲厂,,自动监测异常,,2026-11-20 16:00,2026-11-20 18:00,2026-11-21 12:30,张三,
                """, in: bureau)
        let due = span.start..<span.end
        let field = try await bureau.book.database.read { connection in
            try CheckFieldStore.field(
                of: RegistryStore.objects(.outlet, in: connection), seconds: [3_600], due: due, lookBackHours: 0,
                catalog: bureau.catalog, in: connection)
        }
        #expect(field.marks.contains { $0.kind == .operating(event: "cold_start") && $0.industry == "boiler" })
        let rules = try CheckRules(bureau.catalog, on: OutletFixture.day)
        let found = CheckEngine.report(field, rules: rules, judged: due).findings.filter {
            $0.item == "nox" && $0.rule.kind == .marks
        }
        let grades = found.map { "\($0.span.start.beijingHour) \($0.grade)" }
        // A cold start may last four hours; an event that the industry does not have and a mark after noon are doubted.
        #expect(grades == ["2 fail", "10 suspect", "13 suspect", "16 suspect"])
    }

    @Test func `replacement values fill the amount where nothing valid was measured, and nothing else`() async throws {
        let bureau = try await OutletFixture.bureau()
        // 40 mg/m³ × 10 m³/s × 3600 s = 1.44 kg an hour.
        let before = try await amount(in: bureau)
        #expect(before.hours == [.measured: 22, .missing: 2])
        #expect(before.kilograms == ExactDecimal("31.68")?.rational)
        let outcome = try await OutletFixture.take(
            OutletFixture.valuesHead + """
                DA001,氮氧化物,2026-11-20 02:00,45,最大值,2026-11-20 10:00,李四
                DA001,氮氧化物,2026-11-20 05:00,9,最大值,2026-11-20 10:00,李四
                DA001,氮氧化物,2026-11-20 05:30,9,最大值,2026-11-20 10:00,李四
                DA001,氮氧化物,2026-11-20 03:00,-1,最大值,2026-11-20 10:00,李四
                """, in: bureau)
        #expect(outcome.replacements == 2 && outcome.refused.map(\.line) == [4, 5])
        let after = try await amount(in: bureau)
        #expect(after.hours == [.measured: 22, .replaced: 1, .missing: 1], "a valid hour keeps what was measured")
        #expect(after.replacedKilograms == ExactDecimal("1.62")?.rational)
        #expect(after.kilograms == ExactDecimal("33.3")?.rational)
        // Nothing of it reaches the hours that are judged.
        let (outlet, limit) = try #require(try await OutletFixture.limit(in: bureau))
        let hours = try await bureau.book.database.read { connection in
            try OutletStore.hours(of: outlet.id, limit, on: OutletFixture.day, in: connection)
        }
        #expect(hours.compactMap { $0.judged?.value }.allSatisfy { $0 == 40 })
        _ = try await OutletFixture.take(
            OutletFixture.marksHead
                + "DA001,甲厂,氮氧化物,自动监测异常,,2026-11-20 05:00,2026-11-20 06:00,2026-11-20 09:00,张三,有效\n", in: bureau)
        let marked = try await amount(in: bureau)
        #expect(marked.hours == [.measured: 21, .replaced: 2, .missing: 1], "an hour marked abnormal is not measured")
    }

    @Test func `a file without the head of a form is refused as a whole with the columns it lacks`() async throws {
        let bureau = try await OutletFixture.bureau()
        await #expect(throws: SourceImportError.self) {
            try await OutletFixture.take("排放口编号,监测项目\nDA001,氮氧化物\n", in: bureau)
        }
        #expect(try await bureau.dump()["outlet_mark"] == [])
    }

    @Test func `a file that is gone from the store is found missing`() async throws {
        let bureau = try await OutletFixture.bureau()
        let row = "DA001,甲厂,,运维,,2026-11-20 02:00,2026-11-20 04:00,2026-11-20 09:00,张三,有效\n"
        _ = try await OutletFixture.take(OutletFixture.marksHead + row, in: bureau)
        let findings = Findings()
        let audit = SuperiorFileAudit()
        #expect(try await audit.run(bureau.book) { findings.add($0) } == "上级平台导出的文件 1 个")
        #expect(findings.all.isEmpty)
        try FileManager.default.removeItem(atPath: bureau.directory + "/attachments")
        _ = try await audit.run(bureau.book) { findings.add($0) }
        #expect(findings.all.count == 1 && findings.all.first?.place.contains("标记.csv") == true)
    }
}

import Catalog
import Ledger
import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

/// What a superior decides stands above the bureau's own review; of a superior's stations the bureau asks and is told.
struct SuperiorTests {
    private let hour = Instant(beijing: ReviewFixture.day, hour: 6)

    private func attached(to station: String, in bureau: TestBureau) async throws -> Int64 {
        let kinds = try SourceKinds(bureau.catalog, on: ReviewFixture.day)
        let kind = try #require(kinds.kind("station"))
        let bytes = Array("%PDF-1.4\n%%EOF\n".utf8)
        let record = try await bureau.book.record(
            SourceAttachmentActions.attach(
                try bureau.book.archive.attachments.store(bytes), form: .pdf, size: bytes.count, named: "核定通知.pdf",
                note: "", to: station, kind, by: MonitoringFixture.actor))
        return record.sequence
    }

    private func ruling(
        _ decision: HourReview.Decision, of station: String, attachment: Int64, value: ExactDecimal? = nil,
        document: String = "监测函〔2026〕12号", question: Int64? = nil
    ) -> Action {
        SuperiorActions.rule(
            decision, on: [ReviewCell(start: hour, item: "pm25")], of: station, value: value, issuer: "市生态环境监测中心",
            document: document, date: ReviewFixture.day, attachment: attachment, question: question, reviewer: "甲",
            by: MonitoringFixture.actor)
    }

    private func question(of station: String) -> Action {
        ReviewQuestionActions.ask(
            "6 至 7 时突跳，请核实", about: [ReviewCell(start: hour, item: "pm25", judged: "35|N")], of: station,
            to: "市生态环境监测中心", reviewer: "甲", by: MonitoringFixture.actor)
    }

    @Test func `a superior's ruling counts whatever the bureau decided, and needs number, day and file`() async throws {
        let bureau = try await ReviewFixture.bureau()
        let file = try await attached(to: "S1", in: bureau)
        await #expect(throws: RecordsError(.invalid, field: "attachment", detail: "")) {
            try await bureau.book.record(ruling(.rejected, of: "S1", attachment: file + 100))
        }
        await #expect(throws: RecordsError(.invalid, field: "document", detail: "")) {
            try await bureau.book.record(ruling(.rejected, of: "S1", attachment: file, document: ""))
        }
        try await bureau.book.record(ruling(.rejected, of: "S1", attachment: file))
        #expect(try await ReviewFixture.value(.pm25, of: "S1", in: bureau)?.used == 23)
        await #expect(throws: RecordsError(.invalid, field: "superior", detail: "PM2.5 2026-11-20 7时")) {
            try await bureau.book.record(
                ReviewActions.decide(
                    .accepted, on: [ReviewCell(start: hour, item: "pm25")], of: "S1", reviewer: "甲",
                    by: MonitoringFixture.actor))
        }
        try await bureau.book.record(ruling(.entered, of: "S1", attachment: file, value: 59))
        let day = try await ReviewFixture.value(.pm25, of: "S1", in: bureau)
        #expect(day?.value == 36 && day?.used == 24)
        let before = try await bureau.dump()
        #expect(before["hour_standing"]?.first?.contains("superior") == true)
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }

    @Test func `of a superior's station the bureau asks, notes the reply and imports the notified result`() async throws
    {
        let bureau = try await ReviewFixture.bureau()
        try await bureau.book.record(MonitoringFixture.station("G1", isEvaluated: true, level: "国控"))
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(ReviewFixture.day, stations: ["G1"]), into: bureau)
        await #expect(throws: RecordsError(.invalid, field: "station", detail: "街镇")) {
            try await bureau.book.record(question(of: "S1"))
        }
        let asked = try await bureau.book.record(question(of: "G1"))
        let reply = ReviewQuestionActions.answer(
            asked.sequence, of: "G1", with: "站房停电后恢复，该时次无效", issuer: "市生态环境监测中心", date: ReviewFixture.day,
            reviewer: "甲", by: MonitoringFixture.actor)
        try await bureau.book.record(reply)
        let file = try await attached(to: "G1", in: bureau)
        try await bureau.book.record(ruling(.rejected, of: "G1", attachment: file, question: asked.sequence))
        let hour = hour
        let found = try await bureau.book.database.read { connection in
            try ReviewQuestionStore.questions(from: hour, to: hour.adding(seconds: 1), in: connection)
        }
        #expect(found.count == 1 && found.first?.replies.map(\.text) == ["站房停电后恢复，该时次无效"])
        #expect(found.first?.cells.map(\.item) == ["pm25"])
        #expect(try await ReviewFixture.value(.pm25, of: "G1", in: bureau)?.used == 23)
    }

    @Test func `a reply and a ruling name a question of the same station`() async throws {
        let bureau = try await ReviewFixture.bureau()
        try await bureau.book.record(MonitoringFixture.station("G1", isEvaluated: true, level: "国控"))
        let asked = try await bureau.book.record(question(of: "G1"))
        let file = try await attached(to: "S1", in: bureau)
        await #expect(throws: RecordsError(.invalid, field: "question", detail: "\(asked.sequence)")) {
            try await bureau.book.record(ruling(.rejected, of: "S1", attachment: file, question: asked.sequence))
        }
        await #expect(throws: RecordsError(.invalid, field: "question", detail: "")) {
            try await bureau.book.record(
                ReviewQuestionActions.answer(
                    asked.sequence, of: "S1", with: "是", issuer: "市", date: ReviewFixture.day, reviewer: "甲",
                    by: MonitoringFixture.actor))
        }
    }
}

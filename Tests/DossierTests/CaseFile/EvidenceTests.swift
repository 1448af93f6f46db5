import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Dossier

/// What proves a case: numbered once, never lost, originals kept beside what was hidden in copies.
struct EvidenceTests {
    @Test("Numbers follow each other, of two at once both get one, and that of an excluded piece is not used again")
    func numbers() async throws {
        let fixture = try await CaseFileFixture()
        let (one, two) = (try fixture.evidence("照片一"), try fixture.evidence("照片二", hash: "b"))
        async let first = fixture.desk.take(one, into: fixture.matter, by: CaseFileFixture.officer)
        async let second = fixture.desk.take(two, into: fixture.matter, by: CaseFileFixture.actor("second"))
        _ = try await (first, second)
        #expect(try await fixture.file().evidence.map(\.number) == [1, 2])
        let piece = try #require(try await fixture.file().evidence.first)
        try await fixture.desk.exclude(
            piece.id, from: fixture.matter, reason: "与原物不符", by: CaseFileFixture.officer)
        try await fixture.desk.take(
            try fixture.evidence("照片三", hash: "c"), into: fixture.matter, by: CaseFileFixture.officer)
        let after = try await fixture.file().evidence
        #expect(after.map(\.number) == [1, 2, 3] && after[0].excluded == "与原物不符")
        #expect(
            try await fixture.code {
                try await fixture.desk.exclude(
                    piece.id, from: fixture.matter, reason: "再次", by: CaseFileFixture.officer)
            } == .excluded)
        try await fixture.expectRebuildsAlike()
    }

    @Test("A piece is bound to the hash of its bytes; who gave it stands beside the ledger")
    func content() async throws {
        let fixture = try await CaseFileFixture()
        let bytes = Array("%PDF-1.4 监测报告".utf8)
        let stored = try fixture.bureau.book.archive.attachments.store(bytes)
        let record = try await fixture.desk.take(
            try fixture.evidence("监测报告") { item in
                item.kind = .document
                item.content = .file(stored, name: "监测报告.pdf", bytes: Int64(bytes.count))
                item.document = "监测报告"
                item.provider = "张某某"
            }, into: fixture.matter, by: CaseFileFixture.officer)
        let text = String(decoding: try record.body.bytes(), as: UTF8.self)
        #expect(text.contains(AttachmentID(of: bytes).rawValue) && !text.contains("张某某"))
        let piece = try #require(try await fixture.file().evidence.first)
        #expect(piece.provider == "张某某" && !piece.isCapturedOnSite)
        let matter = fixture.matter
        let documents = try await fixture.bureau.book.database.read { try EvidenceStore.documents(matter, in: $0) }
        #expect(documents == ["监测报告"])
        try await fixture.desk.exclude(
            piece.id, from: fixture.matter, reason: "资质认定过期", by: CaseFileFixture.officer)
        let none = try await fixture.bureau.book.database.read { try EvidenceStore.documents(matter, in: $0) }
        #expect(none.isEmpty)
    }

    @Test("A redacted copy names its original, says what was hidden, differs from it, and both stay")
    func redacted() async throws {
        let fixture = try await CaseFileFixture()
        let original = try fixture.evidence("询问笔录照片")
        try await fixture.desk.take(original, into: fixture.matter, by: CaseFileFixture.officer)
        func copy(_ hash: Character, _ derivation: String?) throws -> EvidenceItem {
            try fixture.evidence("询问笔录照片（公开用）", hash: hash) { item in
                item.derivedFrom = original.id
                item.derivation = derivation
            }
        }
        #expect(
            try await fixture.code {
                try await fixture.desk.take(try copy("a", "隐去证件号"), into: fixture.matter, by: CaseFileFixture.officer)
            } == .wrong)
        #expect(
            try await fixture.code {
                try await fixture.desk.take(try copy("b", nil), into: fixture.matter, by: CaseFileFixture.officer)
            } == .missing)
        try await fixture.desk.take(try copy("b", "隐去证件号"), into: fixture.matter, by: CaseFileFixture.officer)
        let both = try await fixture.file().evidence
        #expect(both.count == 2 && both[1].derivedFrom == both[0].id)
        // A copy of a copy hides where it comes from.
        let second = try fixture.evidence("副本的副本", hash: "c") { item in
            item.derivedFrom = both[1].id
            item.derivation = "截取"
        }
        #expect(
            try await fixture.code {
                try await fixture.desk.take(second, into: fixture.matter, by: CaseFileFixture.officer)
            } == .unknown)
    }

    @Test("What happened to a piece stands in order, by whom and with what was said")
    func custody() async throws {
        let fixture = try await CaseFileFixture()
        let piece = try fixture.evidence("样品瓶") { $0.content = .thing("物证室 3 号柜") }
        try await fixture.desk.take(piece, into: fixture.matter, by: CaseFileFixture.officer)
        func move(_ deed: String, _ day: String, _ note: String = "交接单 1 号") async throws {
            try await fixture.desk.move(
                piece.id, in: fixture.matter, deed: deed, day: try CaseFileFixture.day(day), note: note,
                by: CaseFileFixture.officer)
        }
        try await move("移交", "2026-08-22")
        #expect(try await fixture.code { try await move("归还", "2026-08-21") } == .wrong)
        #expect(try await fixture.code { try await move("归还", "2026-09-02") } == .wrong)
        #expect(try await fixture.code { try await move("归还", "2026-08-23", "") } == .missing)
        try await move("归还", "2026-08-23")
        let custody = try #require(try await fixture.file().evidence.first?.custody)
        #expect(custody.map(\.deed) == ["移交", "归还"] && custody.map(\.person) == ["p-first", "p-first"])
    }
}

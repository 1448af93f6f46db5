import Casework
import Dossier
import Foundation
import House
import Ledger
import Records
import Reporting
import Standards
import Storage
import Testing

/// The yearly statistics of law enforcement, counted by hand beside the program.
struct EnforcementStatisticsTests {
    /// A bureau in a folder of its own, in January 2027, with matters that were kept elsewhere.
    private func bureau(_ lines: [String], _ work: (Bureau) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let now = try #require(Instant("2027-01-15T09:00:00+08:00"))
        let bureau = try await Bureau.open(folder.path, overlay: nil, clock: { now.secondsSince1970 * 1_000 })
        let plan = try await MatterImport(lines.joined(separator: "\n"), into: bureau)
        #expect(plan.faults.isEmpty)
        try await bureau.book.record(plan.actions)
        try await work(bureau)
    }

    /// A line of a matter: what was done on which days, and what it states.
    private func line(
        _ procedure: String, _ state: String, facts: [String: String] = [:], past: [(String, String)],
        parties: [[String: String]] = []
    ) throws -> String {
        let opened = try #require(past.map(\.1).max())
        let object: [String: Any] = [
            "procedure": procedure, "title": "\(procedure) \(past.map(\.0).joined())", "opened": opened, "state": state,
            "reason": "上线前办结", "papers": ["纸质案卷"], "facts": facts,
            "parties": parties, "past": past.map { ["day": $0.1, "step": $0.0, "words": $0.0] },
        ]
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }

    /// What the statistics of 2026 print.
    private func expect(
        _ id: String, _ printed: String, _ arguments: [String: String] = [:], in bureau: Bureau,
        at place: SourceLocation = #_sourceLocation
    ) async throws {
        let figures = try FigureBook(bureau.book.archive.catalog, sources: Capabilities.sources)
        let day = try #require(CivilDate("2026-12-31" as String))
        let value = try await bureau.book.database.read { connection in
            try FigureEngine(figures, in: connection).value(FigureRequest("casework.year.\(id)", on: day, arguments))
        }
        #expect(value.printed == printed, "\(id) \(arguments)", sourceLocation: place)
    }

    @Test func `a decision with several penalties counts once, in the heaviest class, in the year it was made`()
        async throws
    {
        let decided = [("立案", "2026-03-02"), ("审核通过", "2026-04-10"), ("作出处罚决定", "2026-04-20")]
        try await bureau([
            // Fined and confiscated: one decision, counted as confiscation.
            try line(
                "PEN-GENERAL", "已决定", facts: ["处罚种类": "罚款、没收违法所得", "罚款数额": "20000.55", "没收金额": "300"], past: decided),
            try line("PEN-GENERAL", "已决定", facts: ["处罚种类": "罚款、警告", "罚款数额": "1000"], past: decided),
            // Nobody wrote which kind: the amount says it.
            try line("PEN-GENERAL", "已决定", facts: ["罚款数额": "5000"], past: decided),
            // Heavier than the fine by its place in the law, whatever the order in which it was written.
            try line("PEN-GENERAL", "已决定", facts: ["处罚种类": "责令停产停业、罚款", "罚款数额": "100000"], past: decided),
            // Filed in the year, decided in the next; filed in the one before, decided in the year without legal review.
            try line(
                "PEN-GENERAL", "已决定", facts: ["处罚种类": "罚款", "罚款数额": "7"],
                past: [("立案", "2026-11-20"), ("审核通过", "2027-01-05"), ("作出处罚决定", "2027-01-08")]),
            try line(
                "PEN-GENERAL", "结案", facts: ["处罚种类": "警告", "罚款数额": "0"],
                past: [("立案", "2025-12-30"), ("作出处罚决定", "2026-01-02"), ("公开", "2026-01-09"), ("结案", "2026-02-01")]),
            try line("PEN-SIMPLE", "已备案", facts: ["处罚种类": "警告"], past: [("当场作出并交付决定", "2026-06-01")]),
            try line("PEN-NO", "不予处罚决定", past: [("作出决定", "2026-06-02")]),
        ]) { bureau in
            try await expect("filed", "5", in: bureau)
            try await expect("decided", "6", in: bureau)
            try await expect("simple", "1", in: bureau)
            try await expect("disclosed", "1", in: bureau)
            try await expect("closed", "1", in: bureau)
            try await expect("exempt", "1", in: bureau)
            var sum = 0
            for (kind, count) in [("警告", 2), ("罚款", 2), ("没收违法所得", 1), ("责令停产停业", 1), ("通报批评", 0)] {
                try await expect("kind", String(count), ["kind": kind], in: bureau)
                sum += count
            }
            #expect(sum == 6)
            // 20000.55 + 300 + 1000 + 5000 + 100000: as the decisions print it.
            try await expect("money", "126300.55", in: bureau)
            // Four of six decisions came out of a legal review.
            try await expect("reviewed", "4", in: bureau)
            try await expect("reviewrate", "66.7", in: bureau)
            try await expect("reviews", "4", in: bureau)
        }
    }

    @Test func `sealing is coercion, an order to correct is neither, and every measure counts by itself`() async throws
    {
        try await bureau([
            try line("SEIZE", "已解除", past: [("审批", "2026-05-01"), ("实施", "2026-05-02"), ("解除", "2026-05-20")]),
            try line("SEIZE", "已实施", past: [("紧急当场实施", "2026-05-03")]),
            try line("CORRECT", "责令改正已送达", past: [("送达责令改正违法行为决定书", "2026-05-04")]),
            try line(
                "DAILY", "按日处罚决定", facts: ["罚款数额": "400000"],
                past: [("作出按日处罚决定", "2026-07-01"), ("仍拒不改正，累计计罚", "2026-08-01")]),
            try line("DETAIN", "已移送", past: [("移送同级公安", "2026-07-02")]),
            try line("LIMIT", "决定已送达", past: [("作出决定", "2026-07-03")]),
        ]) { bureau in
            try await expect("seizures", "2", in: bureau)
            try await expect("corrections", "1", in: bureau)
            try await expect("court", "0", in: bureau)
            // Two daily penalties are two measures and two decisions; nothing else of these is a decision of penalty.
            try await expect("daily", "2", in: bureau)
            try await expect("decided", "2", in: bureau)
            // The amount that was brought along is that of the last.
            try await expect("money", "400000.00", in: bureau)
            try await expect("detained", "1", in: bureau)
            try await expect("restricted", "1", in: bureau)
        }
    }

    @Test func `a party that several decisions name is one house, a citizen is counted in each, and names stay out`()
        async throws
    {
        let decided = [("立案", "2026-03-02"), ("审核通过", "2026-04-10"), ("作出处罚决定", "2026-04-20")]
        let facts = ["处罚种类": "罚款", "罚款数额": "1000"]
        let plant = ["kind": "单位", "name": "某厂", "code": "91990101DEMA00099A"]
        let citizen = ["kind": "公民", "name": "王小明"]
        try await bureau([
            try line("PEN-GENERAL", "已决定", facts: facts, past: decided, parties: [plant]),
            try line("PEN-GENERAL", "已决定", facts: facts, past: decided, parties: [plant, citizen]),
            try line("PEN-GENERAL", "已决定", facts: facts, past: decided, parties: [citizen]),
            // Nothing was decided against this one.
            try line("PEN-GENERAL", "已立案", past: [("立案", "2026-03-02")], parties: [["kind": "单位", "name": "另一厂"]]),
        ]) { bureau in
            try await expect("entities", "1", in: bureau)
            try await expect("citizens", "2", in: bureau)
            try await expect("decided", "3", in: bureau)
            let last = try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) }
            for sequence in 1...last {
                let record = try await bureau.book.database.read { try RecordStore.record(sequence, in: $0) }
                let text = String(decoding: try record?.bytes() ?? [], as: UTF8.self)
                #expect(!text.contains("王小明"), "\(text)")
            }
        }
    }
}

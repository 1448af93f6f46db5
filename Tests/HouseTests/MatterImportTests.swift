import Casework
import Foundation
import House
import Ledger
import Records
import Standards
import Testing

/// What was begun on paper or in another system goes on here, with its clocks and what was done before.
struct MatterImportTests {
    /// A bureau in a folder of its own, on 27 November 2026.
    private func bureau(_ work: (Bureau) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let now = try #require(Instant("2026-11-27T09:00:00+08:00"))
        let bureau = try await Bureau.open(folder.path, overlay: nil, clock: { now.secondsSince1970 * 1_000 })
        try await work(bureau)
    }

    private let decided = """
        {"procedure":"PEN-GENERAL","title":"某厂超标排放","opened":"2026-09-01","state":"已决定","reason":"上线前在办",\
        "papers":["纸质案卷"],"clocks":[{"clock":"办案期限","from":"2026-09-01","extensions":1,\
        "rests":[{"ground":"听证","from":"2026-10-10","to":"2026-10-20"}]}],"facts":{"罚款数额":"20000"},\
        "past":[{"day":"2026-08-20","step":"立案","words":"立案审批表"},\
        {"day":"2026-08-30","step":"审核通过","words":"法制审核意见书"}]}
        """

    @Test("A matter brought in keeps its running clock, its facts, and the steps that count as done")
    func keepsAll() async throws {
        try await bureau { bureau in
            let plan = try await MatterImport(decided, into: bureau)
            #expect(plan.faults.isEmpty)
            let records = try await bureau.book.record(plan.actions)
            let id = MatterID(rawValue: try #require(records.first?.subject))
            let matter = try #require(try await MatterDesk(bureau.book).matter(id))
            #expect(matter.state == "已决定")
            #expect(matter.facts["罚款数额"] == .money(2_000_000))
            // 90 days and 30 more from 1 September, and the ten of the hearing: 9 January, a Saturday.
            #expect(matter.clocks.first?.deadline.day.description == "2027-01-11")
            #expect(matter.clocks.first?.run.extensions.count == 1)
            // What must come before the decision was done on paper; only the paper itself is missing.
            let offer = try #require(matter.offers.first { $0.action.name == "作出处罚决定" })
            #expect(offer.obstacle == nil)
            #expect(!matter.offers.contains { $0.action.name == "送达" && $0.obstacle == nil })
        }
    }

    @Test("A line that is no matter is named with what is wrong, and no other line is touched")
    func namesFaults() async throws {
        let lines = [
            decided, #"{"procedure":"PEN-GENERAL"}"#, "", "nonsense",
            decided.replacingOccurrences(of: "已决定", with: "没有这一状态"),
            decided.replacingOccurrences(of: "20000", with: "二万"),
            decided.replacingOccurrences(of: "2026-08-30", with: "2026-08-10"),
            decided.replacingOccurrences(of: #""papers":["纸质案卷"]"#, with: #""papers":[]"#),
            decided.replacingOccurrences(of: #""title""#, with: #""heading":"x","title""#),
        ]
        try await bureau { bureau in
            let plan = try await MatterImport(lines.joined(separator: "\n"), into: bureau)
            #expect(plan.actions.count == 1)
            #expect(plan.faults.map(\.line) == [2, 4, 5, 6, 7, 8, 9])
            #expect(plan.faults[2].message == "程序中没有“没有这一状态”这一状态")
            #expect(plan.faults[3].message == "罚款数额的“二万”不是金额（元）")
            #expect(plan.faults[6].message.contains("不认识的项“heading”"))
        }
    }
}

import Casework
import Demo
import Foundation
import House
import Records
import Standards
import Storage
import Testing

/// The demo's cases go through the same door as those of a bureau.
struct DemoMattersTests {
    @Test(arguments: ["2026-01-02", "2026-11-27", "2028-02-29"])
    func `every made-up case is taken in, some still run, and none is younger than today`(today: String) async throws {
        let day = try #require(CivilDate(today))
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let now = Instant(beijing: day, hour: 9)
        let bureau = try await Bureau.open(folder.path, overlay: nil, clock: { now.secondsSince1970 * 1_000 })
        let matters = DemoMatters(plan: try DistrictPlan.load(), today: day)
        let plan = try await MatterImport(try matters.text, into: bureau)
        #expect(plan.faults.map(\.message) == [])
        #expect(plan.count > 50)
        try await bureau.book.record(plan.actions)
        var running = MatterStore.Query()
        running.isRunning = true
        let (all, open, youngest) = try await bureau.book.database.read { [running] connection in
            (
                try MatterStore.count(MatterStore.Query(), in: connection),
                try MatterStore.count(running, in: connection),
                try MatterStore.matters(MatterStore.Query(), limit: 500, offset: 0, in: connection).map(\.opened).max()
            )
        }
        #expect(all == plan.count && open > 0 && open < all)
        #expect(try #require(youngest) <= now)
    }
}

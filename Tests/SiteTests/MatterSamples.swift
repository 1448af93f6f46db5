import Casework
import Standards
import TestKit
import Testing

@testable import Site

/// Matters that were kept on paper until now, as of 2026-11-22.
///
/// | Title | Filed | State | 办案期限 |
/// | --- | --- | --- | --- |
/// | 甲厂超标排放案 | 2026-08-01 | 已立案 | ended on 2026-10-30: 督办 |
/// | 乙厂无证排污案 | 2026-09-01 | 调查取证 | ends on 2026-11-30: 预警; the inspection itself is not on record |
/// | 丙厂偷排案 | 2026-09-01 | 已立案 | rests for an expertise since 2026-10-10 |
enum MatterSamples {
    /// - Returns: their ids in this order.
    @discardableResult
    static func bring(into bureau: TestBureau) async throws -> [MatterID] {
        let expertise = ClockRest(
            ground: "鉴定", from: try #require(Instant("2026-10-10T09:00:00+08:00")), to: nil, person: "")
        return [
            try await bring("甲厂超标排放案", in: "已立案", on: "2026-08-01", [], into: bureau),
            try await bring("乙厂无证排污案", in: "调查取证", on: "2026-09-01", [], into: bureau),
            try await bring("丙厂偷排案", in: "已立案", on: "2026-09-01", [expertise], into: bureau),
        ]
    }

    private static func bring(
        _ title: String, in state: String, on text: String, _ rests: [ClockRest], into bureau: TestBureau
    ) async throws -> MatterID {
        let desk = MatterDesk(bureau.book)
        let day = try #require(CivilDate(text))
        let morning = Instant(beijing: day, hour: 9)
        var opening = MatterOpening(procedure: "PEN-GENERAL", version: try #require(CivilDate("2023-07-01")))
        opening.origin = .imported
        opening.state = state
        var clock = CarriedClock(clock: "办案期限", origin: nil, started: morning, countsFrom: day)
        clock.pauses = rests
        opening.carried = [clock]
        var past = PastStep(day: day, action: "立案", words: "立案审批表")
        past.papers = ["立案审批表"]
        opening.past = [past]
        var order = MatterOrder(.opened(opening), of: desk.mintedID(), at: morning, after: nil)
        order.title = title
        order.backfill = Backfill(reason: "上线前在办", papers: ["纸质案卷"])
        try await desk.carryOut(order, by: SiteFixture.actor)
        return order.matter
    }
}

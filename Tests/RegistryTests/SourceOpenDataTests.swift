import Foundation
import Records
import Storage
import Testing

@testable import Registry

/// Published lists beside the repository; skipped where they are not.
struct SourceOpenDataTests {
    private static let folder = URL(
        fileURLWithPath: ProcessInfo.processInfo.environment["QINGHENG_SHARED_DATA"] ?? "../shared/data")

    private static func bytes(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: folder.appendingPathComponent(path).path).map(Array.init)
    }

    private static let hasData = bytes("pollution_sources/ningxia_enterprises.csv") != nil

    @Test(.enabled(if: hasData)) func `the 220 published enterprises are taken in, their doubtful codes as such`()
        async throws
    {
        let fixture = try await SourceFixture()
        let bytes = try #require(Self.bytes("pollution_sources/ningxia_enterprises.csv"))
        let plan = try await fixture.plan(bytes, SourceFixture.order())
        #expect(plan.rows.count == 220 && plan.registered == 220 && plan.refused == 0)
        // 139 of the 220 credit codes are right, 62 are empty or a sign for it; the rest is kept and marked.
        let wrongCodes = plan.rows.count { $0.doubts.contains { $0.column == "代码" && !$0.message.contains("名称不同") } }
        let codes = plan.rows.compactMap { $0.draft.values["creditCode"] }
        #expect(codes.count { CodeCheck.credit.fault(of: $0) == nil } == 139)
        #expect(wrongCodes == codes.count - 139)
        let permits = plan.rows.compactMap { $0.draft.values["permitNumber"] }
        #expect(permits.count == 143 && permits.allSatisfy { CodeCheck.permit.fault(of: $0) == nil })
        #expect(plan.unreadColumns == ["序号", "种类", "风险", "管理", "信用", "程度", "超标", "趋势", "投诉", "level"])
        try await fixture.take(bytes, SourceFixture.order())
        #expect(try await fixture.plan(bytes, SourceFixture.order()).unchanged == 220)
        #expect(try await fixture.find("海兴").contains("中卫市海兴开发区污水处理厂"))
    }

    @Test(.enabled(if: hasData)) func `the published towns are taken in, the districts above them refused`()
        async throws
    {
        let fixture = try await SourceFixture()
        let bytes = try #require(Self.bytes("geo/xiqing_towns.csv"))
        let plan = try await fixture.plan(bytes, SourceFixture.order("town"))
        #expect(plan.registered == 14 && plan.refused == 3)
        #expect(plan.rows.filter { $0.outcome == .refused }.allSatisfy { $0.faults[0].message.contains("不是街镇的") })
        try await fixture.take(bytes, SourceFixture.order("town"), takesGoodRows: true)
        #expect(try await fixture.find("杨柳", kind: "town") == ["杨柳青镇"])
    }
}

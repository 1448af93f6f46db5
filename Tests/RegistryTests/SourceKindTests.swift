import Catalog
import Documents
import Foundation
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Registry

/// Kinds are files: what they say holds, what is wrong in them is named, and a new one needs no code.
struct SourceKindTests {
    /// A bureau's own directory, removed with the test.
    private final class Overlay {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("qingheng-\(UUID().uuidString)")

        init(_ text: String) throws {
            let folder = url.appendingPathComponent("registry")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: folder.appendingPathComponent("own.yaml"))
        }

        deinit { try? FileManager.default.removeItem(at: url) }
    }

    private static let carWash = """
        id: car-wash
        title: 洗车场
        effective: {from: 2026-01-01}
        source: {instrument: 本局, article: 无, verified: 本局自定}
        confidence: provisional
        registry_kind:
          place: 500
          measure: 家
          permissions: {view: registry.view, change: registry.edit}
          identity: [licence, name]
          list: [name, licence, bays]
          filters: [recycles]
          search: [name]
          map: {shape: square, colour: "#336699"}
          groups:
            - title: 基本信息
              fields:
                - {name: name, title: 洗车场名称, type: text, required: true}
                - {name: licence, title: 证号, type: text, longest: 20}
                - {name: bays, title: 车位, type: whole, from: 1, to: 99, unit: 个}
                - {name: recycles, title: 循环用水, type: flag}

        """

    @Test func `the bundled kinds are read without a fault`() throws {
        let kinds = try SourceKinds(try RuleCatalog.load(overlay: nil), on: try #require(CivilDate("2026-11-27")))
        #expect(
            kinds.all.map(\.id) == [
                "enterprise", "outlet", "outfall", "station", "section", "noise-point", "parcel", "groundwater-source",
                "construction-site", "machine", "gas-station", "hazardous-waste-unit", "medical-institution",
                "radiation-source", "sensitive-site", "risk-source", "water-source-zone", "park", "town",
            ])
        #expect(kinds.all.allSatisfy { $0.fields.count >= 5 })
        let personal = try #require(kinds.kind("enterprise")).fields.filter(\.isPersonal).map(\.title)
        #expect(personal == ["法定代表人", "环保负责人", "环保负责人电话"])
    }

    @Test func `a kind that a bureau adds is registered, listed, taken in and given out without code`() async throws {
        let overlay = try Overlay(Self.carWash)
        let fixture = try await SourceFixture(overlay: overlay.url)
        let kind = try fixture.kind("car-wash")
        try await fixture.register(["name": "甲洗车场", "licence": "X-1", "bays": "4"], "car-wash")
        let order = SourceFixture.order("car-wash")
        let plan = try await fixture.plan("洗车场名称,证号,车位（个）,循环用水\n甲洗车场,X-1,5,有\n乙洗车场,X-2,100,无\n", order)
        #expect(plan.rows.map(\.outcome) != [.refused, .refused] && plan.rows[1].faults.map(\.column) == ["车位（个）"])
        try await fixture.take("洗车场名称,证号,循环用水\n乙洗车场,X-2,无\n", order)
        #expect(try await fixture.find("洗车", kind: "car-wash") == ["甲洗车场", "乙洗车场"])
        let workbook = try await fixture.bureau.book.database.read { connection in
            try SourceExport(
                SourceQuery(kind: kind.id), kind, filter: "全部", made: "今天", count: 2, in: connection
            ).workbook()
        }
        let sheet = try SpreadsheetReader().read(workbook)
        #expect(sheet.rows[2].cells.map(\.text) == ["序号", "洗车场名称", "证号", "车位（个）", "循环用水", "档案号"])
        #expect(
            sheet.rows[3].cells.prefix(4).map(\.content) == [.number("1"), .text("甲洗车场"), .text("X-1"), .number("4")])
        try await fixture.expectRebuildsAlike()
    }

    @Test(arguments: [
        ("type: whole", "type: hole", "own.yaml:20: “type”的值“hole”不在允许的范围内；是否应为“whole”？"),
        ("list: [name, licence, bays]", "list: [name, bay]", "own.yaml:11: “list”的值“bay”不在允许的范围内"),
        ("colour: \"#336699\"", "colour: red", "own.yaml:14: 颜色“red”无法识别"),
        ("title: 车位", "title: 证号", "列名重复：证号"), ("required: true", "required: false", "没有必填的名称字段"),
        ("longest: 20", "longst: 20", "own.yaml:19: 不认识的键“longst”；是否应为“longest”？"),
        ("name: bays", "name: licence", "licence"), ("type: flag", "type: reference, kind: moon", "指向没有的种类“moon”"),
        ("change: registry.edit", "change: registry.all", "own.yaml:9"),
        ("type: text, required: true", "type: text, required: true, personal: true", "不能用个人信息字段“name”"),
    ])
    func `a fault in a kind is named with file and line`(_ good: String, _ bad: String, _ words: String) throws {
        let overlay = try Overlay(Self.carWash.replacing(good, with: bad))
        let faults = SourceKinds.faults(in: try RuleCatalog.load(overlay: overlay.url)).map(\.description)
        #expect(faults.contains { $0.contains(words) }, "\(faults)")
    }
}

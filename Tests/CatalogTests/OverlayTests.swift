import Foundation
import Standards
import Testing

@testable import Catalog

/// A bureau's own directory over the bundled rules.
struct OverlayTests {
    @Test
    func `an overlay with the same id and first day replaces the bundled rule`() throws {
        let folder = try OverlayFolder([
            "standards/mine.yaml": try bundled("HBJCH2020-82.yaml").replacing("1/2", with: "0")
        ])
        let catalog = try folder.load()
        #expect(try catalog.rule(.waterMeans, on: date("2026-06-01")).belowLimitShare == 0)
        #expect(catalog.rules.filter { $0.header.id == "HBJCH2020-82" }.map(\.isOverlay) == [true])
    }

    @Test
    func `an overlay with its own dates adds a version that holds on them`() throws {
        let text = try bundled("HBJCH2020-82.yaml").replacing(
            "from: 2020-03-01", with: "from: 2026-07-01, to: 2026-07-31"
        )
        .replacing("1/2", with: "0")
        let catalog = try OverlayFolder(["standards/july.yaml": text]).load()
        #expect(try catalog.rule(.waterMeans, on: date("2026-06-30")).belowLimitShare != 0)
        #expect(try catalog.rule(.waterMeans, on: date("2026-07-01")).belowLimitShare == 0)
        #expect(try catalog.rule(.waterMeans, on: date("2026-07-31")).belowLimitShare == 0)
        #expect(try catalog.rule(.waterMeans, on: date("2026-08-01")).belowLimitShare != 0)
    }

    @Test
    func `rooms read their own files, texts and versions`() throws {
        let folder = try OverlayFolder([
            "reporting/test/a.yaml": header(id: "a", from: "2020-01-01", to: "2025-12-31") + "unit: 天\n",
            "reporting/test/a2.yaml": header(id: "a", from: "2026-01-01") + "unit: 日\n",
            "reporting/test/deeper/b.yaml": header(id: "b"), "reporting/test/月报.md": "# 月报\n",
        ])
        let catalog = try folder.load()
        #expect(
            catalog.files(under: "reporting/test").map(\.path) == ["reporting/test/a.yaml", "reporting/test/a2.yaml"])
        #expect(
            catalog.files(under: "reporting/test", on: try date("2026-05-01")).map(\.path) == ["reporting/test/a2.yaml"]
        )
        let file = try catalog.file(id: "a", under: "reporting/test", on: date("2025-12-31"))
        let reader = RuleReader(file)
        #expect(reader.body(keys: ["unit"]).text("unit") == "天")
        try reader.finish()
        #expect(throws: CatalogError.self) {
            try catalog.file(id: "a", under: "reporting/test", on: date("2019-12-31"))
        }
        #expect(throws: CatalogError(.unknownRule, rule: "c")) {
            try catalog.file(id: "c", under: "reporting/test", on: date("2026-01-01"))
        }
        let texts = catalog.text(under: "reporting/test", ext: "md")
        #expect(texts.map(\.name) == ["月报"])
        #expect(texts.first?.text == "# 月报\n")
        #expect(texts.first?.isOverlay == true)
    }

    @Test
    func `a reader collects the faults of a room's own file`() throws {
        let text = header(id: "x") + "unit: 天\ncount: many\nkind: sun\nparts: {b: 1}\nwho: me\n"
        let file = try #require(
            try OverlayFolder(["reporting/x/x.yaml": text]).load().files(under: "reporting/x").first)
        enum Kind: String, CaseIterable { case sum, mean }
        let reader = RuleReader(file)
        let body = reader.body(keys: ["unit", "count", "kind", "parts", "days"])
        #expect(body.text("unit") == "天")
        #expect(body.integer("count", in: 1...9) == 1)
        #expect(body.choice("kind", as: Kind.self) == nil)
        #expect(body.mapping("parts", keys: ["a"]).optionalText("a") == nil)
        #expect(body.list("days").isEmpty)
        #expect(body.optionalDate("days") == nil)
        let error = #expect(throws: CatalogError.self) { try reader.finish() }
        #expect(
            error?.faults.map(\.description) == [
                "reporting/x/x.yaml:1: 缺少“days”；补上“days: …”",
                "reporting/x/x.yaml:7: “count”应为整数；改为整数，如 20",
                "reporting/x/x.yaml:8: “kind”的值“sun”不在允许的范围内；是否应为“sum”？",
                "reporting/x/x.yaml:9: 不认识的键“b”；是否应为“a”？",
                "reporting/x/x.yaml:10: 不认识的键“who”；可用的键：id、title、effective、source、confidence、unit、count、kind、parts、days",
            ])
    }

    @Test
    func `a folder without rules is an error that lists what was tried`() throws {
        let empty = try OverlayFolder([:])
        let error = #expect(throws: CatalogError.self) {
            try RuleCatalog.load(overlay: nil, folder: empty.url, environment: [:])
        }
        #expect(error?.code == .folderNotFound)
        #expect(error?.paths == [empty.url.path])
        let named = #expect(throws: CatalogError.self) {
            try RuleCatalog.load(overlay: nil, environment: [CatalogLocation.environmentKey: "/nowhere"])
        }
        #expect(named?.paths == ["/nowhere"])
        #expect(named?.message.contains("/nowhere") == true)
        #expect(throws: CatalogError.self) {
            try RuleCatalog.load(overlay: URL(fileURLWithPath: "/nowhere"), environment: [:])
        }
    }

    private func bundled(_ name: String) throws -> String {
        let folder = try CatalogLocation.find(given: nil, environment: [:])
        return try String(contentsOf: folder.appendingPathComponent("standards/\(name)"), encoding: .utf8)
    }

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
}

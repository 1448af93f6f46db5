import Foundation
import Standards
import Testing

@testable import Catalog

/// What `catalog check` says: file, line, what is wrong and how to mend it.
struct CatalogFaultTests {
    @Test(arguments: [
        ("effectiv: {}\n", "不认识的键“effectiv”；是否应为“effective”？"),
        ("zzz: 1\n", "不认识的键“zzz”；可用的键：id、title、effective、source、confidence、"),
    ])
    func `an unknown key is named with its line and the nearest known one`(line: String, message: String) throws {
        let faults = try check(header() + line + means)
        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("standards/test.yaml:6: " + message) == true, "\(faults)")
    }

    @Test
    func `a missing part is named once`() throws {
        let faults = try check(
            """
            id: TEST
            title: 测试
            source: {instrument: 无, article: 无}
            confidence: sure
            \(means)
            """)
        #expect(
            faults == [
                "standards/test.yaml:1: 缺少“effective”；补上“effective: …”",
                "standards/test.yaml:3: 缺少“verified”；补上“verified: …”",
                "standards/test.yaml:4: “confidence”的值“sure”不在允许的范围内；可用的值：official、reproduced、provisional",
            ])
    }

    @Test(arguments: [
        ("below_limit_share: 1/2", "below_limit_share: half", 8, "“below_limit_share”应为分数或十进制数；改为分数或小数，如 3/4"),
        ("{ph: 2}", "{ph: two}", 10, "“ph”应为整数；改为整数，如 20"),
        ("{ph: 2}", "{ph: 18}", 10, "“ph”的值 18 超出 0…17；改为 0…17 之间的数"),
        ("{ph: 2}", "{pH: 2}", 10, "不认识的键“pH”；是否应为“ph”？"), ("{ph: 2}", "[ph]", 10, "“”应为一组“键: 值”；改为缩进的“键: 值”各行"),
    ])
    func `a wrong value is named with what it should be`(old: String, new: String, line: Int, message: String) throws {
        let faults = try check(header() + "\n" + means.replacing(old, with: new))
        #expect(faults == ["standards/test.yaml:\(line): \(message)"])
    }

    @Test
    func `all faults of all files come out together, by file and line`() throws {
        let folder = try OverlayFolder([
            "standards/b.yaml": header() + "water_mean: {}\n",
            "standards/a.yaml": header(from: "2030-13-01") + means + "extra: 1\n", "standards/c.yml": "",
        ])
        let faults = try folder.faults().map(\.description)
        #expect(
            faults.map { String($0.prefix(19)) } == [
                "standards/a.yaml:3:", "standards/a.yaml:10", "standards/b.yaml:1:", "standards/b.yaml:6:",
                "standards/c.yml: 扩展",
            ])
        let error = #expect(throws: CatalogError.self) { try folder.load() }
        #expect(error?.faults.count == 5)
        #expect(error?.message.hasPrefix("规则文件有 5 处错误：\nstandards/a.yaml:3: ") == true)
    }

    @Test
    func `broken YAML is named with its line`() throws {
        let faults = try check("id: TEST\n  title: [\n")
        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("standards/test.yaml:2: 不是有效的 YAML：") == true, "\(faults)")
        #expect(try check("id: 1\nid: 2\n").first?.contains("重复的键：id") == true)
        #expect(try check("").first?.contains("缺少“id”") == true)
    }

    @Test
    func `a rule that ends before it begins is refused`() throws {
        let faults = try check(header(from: "2030-01-01", to: "2029-12-31") + means)
        #expect(faults == ["standards/test.yaml:3: 施行截止日早于起始日；核对 effective 的 from 和 to"])
    }

    @Test
    func `two rules of one kind on one day are refused`() throws {
        let folder = try OverlayFolder([
            "standards/a.yaml": header(id: "A", from: "2030-01-01", to: "2030-06-30") + means,
            "standards/b.yaml": header(id: "B", from: "2030-06-30") + means,
        ])
        #expect(
            try folder.faults().map(\.description) == [
                "standards/b.yaml:3: 与 standards/a.yaml 的施行日期重叠，同一天有两条规则；调整 effective 的 from 和 to，使每一天只有一条规则"
            ])
    }

    @Test
    func `a table that does not rise is refused`() throws {
        let faults = try check(
            header() + """
                water_limits:
                  class_names: [a, b, c, d, e, f]
                  items:
                \(WaterItem.allCases.map { "    - {item: \($0.rawValue), name: x, at_most: [2, 1, 3, 4, 5]}" }.joined(separator: "\n"))
                """)
        #expect(faults == ["standards/test.yaml:7: 表“wt”无法使用（不递增、缺项或超出范围）；对照标准原文核对该表"])
    }

    @Test
    func `two kinds of rule in one file are refused`() throws {
        let faults = try check(header() + means + "air_limits: {rows: []}\n")
        #expect(faults == ["standards/test.yaml:10: 一个文件只能有一类规则，已有“water_means”；把两类规则分成两个文件"])
    }

    @Test
    func `a column name that does not exist is named with the nearest`() throws {
        let folder = try CatalogLocation.find(given: nil, environment: [:])
        let file = folder.appendingPathComponent("standards/HJ633-2026.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let faults = try check(text.replacing("daily: {so2: so2_24h", with: "daily: {so2: so2_24"))
        #expect(faults.count == 1)
        #expect(faults.first?.contains("“daily.so2”的值“so2_24”不在允许的范围内；是否应为“so2_24h”？") == true, "\(faults)")
        #expect(NearestName.find("whatever", among: ["id", "title"]) == nil)
    }

    private let means = """
        water_means:
          below_limit_share: 1/2
          assessment_decimals: {ph: 0}
          display_decimals: {ph: 2}

        """

    private func check(_ text: String) throws -> [String] {
        try OverlayFolder(["standards/test.yaml": text]).faults().map(\.description)
    }
}

import Foundation
import Standards
import Testing

@testable import Catalog

/// A year of national automatic surface-water stations, judged by the bundled rule files.
@Suite(.enabled(if: OpenData.has("water"), "\(OpenData.note)"))
struct WaterOpenDataTests {
    private static let file = "water/szzdjc_daily0800_2020-05_2021-04_A.csv.gz"
    private static let columns: [(WaterItem, String)] = [
        (.ph, "pH(无量纲)"), (.dissolvedOxygen, "溶解氧(mg/L)"), (.codmn, "高锰酸盐指数(mg/L)"), (.nh3n, "氨氮(mg/L)"),
        (.tp, "总磷(mg/L)"), (.tn, "总氮(mg/L)"), (.temperature, "水温(℃)"), (.conductivity, "电导率(μS/cm)"),
        (.turbidity, "浊度(NTU)"),
    ]

    @Test
    func `unrounded values have the published class`() throws {
        let catalog = try ShippedRules.catalog.get()
        let kinds = try sectionKinds()
        var rows = 0
        var right = 0
        try OpenData.table(Self.file).forEach { row in
            guard let kind = kinds[row["流域"] + row["断面名称"]] else { return }
            let rule = try catalog.waterClassRule(on: #require(CivilDate(row["抓取日"])))
            guard let published = rule.standard.classNames.firstIndex(of: row["水质类别"]) else { return }
            let values = raw(row)
            guard !rule.classify(values: values, kind: kind).items.isEmpty else { return }
            rows += 1
            if rule.classify(values: values, kind: kind).waterClass?.rawValue == published + 1 { right += 1 }
        }
        print("water class: \(right) of \(rows) as published")
        #expect(rows > 10_000)
        #expect(Double(right) >= 0.999 * Double(rows))
    }

    @Test
    func `displayed values are the unrounded ones, rounded half to even`() throws {
        let catalog = try ShippedRules.catalog.get()
        var values = 0
        var wrong: [String] = []
        try OpenData.table(Self.file).forEach { row in
            let means = try catalog.rule(.waterMeans, on: #require(CivilDate(row["抓取日"])))
            for (item, column) in Self.columns {
                guard let raw = ExactDecimal(row[column + "_原始值"]), ExactDecimal(row[column]) != nil else { continue }
                values += 1
                let displayed = try means.displayed(raw, item: item)
                // The page prints zero without decimals.
                let isZero = raw.isZero && row[column] == "0"
                if !isZero, displayed.description != row[column] { wrong.append("\(item) \(raw) \(row[column])") }
            }
        }
        print("water display: \(values - wrong.count) of \(values) as published")
        #expect(values > 80_000)
        #expect(wrong.isEmpty, "\(wrong.prefix(10))")
    }

    private func raw(_ row: OpenTable.Row) -> [WaterItem: ExactDecimal] {
        Self.columns.prefix(6).reduce(into: [:]) { $0[$1.0] = ExactDecimal(row[$1.1 + "_原始值"]) }
    }

    /// River or lake by section, inferred from published classes; sections where both fit are taken as rivers.
    private func sectionKinds() throws -> [String: WaterBodyKind] {
        var kinds: [String: WaterBodyKind] = [:]
        try OpenData.table("water/sections_inferred_A.csv").forEach { row in
            kinds[row["流域"] + row["断面名称"]] = row["推断类型"] == "湖库" ? .lake : .river
        }
        return kinds
    }
}

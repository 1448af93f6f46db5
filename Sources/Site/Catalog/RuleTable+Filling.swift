import Catalog
import Standards

extension RuleTable {
    /// The tables of a rule file of a kind that is a table; none for any other.
    static func tables(of header: RuleHeader, in catalog: RuleCatalog) -> [RuleTable] {
        if let rule = version(of: .airIndex, header, in: catalog) { return tables(of: rule) }
        if let rule = version(of: .airLimits, header, in: catalog) { return tables(of: rule) }
        if let rule = version(of: .waterLimits, header, in: catalog) { return tables(of: rule) }
        if let rule = version(of: .waterMeans, header, in: catalog) {
            return tables(of: rule, name: names(on: header.effective.from, in: catalog))
        }
        if let rule = version(of: .noiseZones, header, in: catalog) { return tables(of: rule) }
        return []
    }

    /// The limits of GB 3096.
    static func tables(of standard: NoiseZoneStandard) -> [RuleTable] {
        let zones = NoiseZone.allCases.compactMap { zone in standard.limits[zone].map { (zone, $0) } }
        return [
            RuleTable(
                caption: "环境噪声限值", rowsHead: "声环境功能区", columns: ["昼间 dB(A)", "夜间 dB(A)", "适用区域"], look: "wrap",
                rows: zones.map { zone, limit in
                    Row(
                        head: "\(zone.rawValue) 类",
                        cells: [
                            limit[.day].description, limit[.night].description, standard.zoneNames[zone] ?? "—",
                        ])
                })
        ]
    }

    private static func version<Rule>(
        of kind: RuleKind<Rule>, _ header: RuleHeader, in catalog: RuleCatalog
    ) -> Rule? {
        catalog.versions(of: kind).first { $0.header == header }?.rule
    }

    /// The names of the items by the limits in force on a day; their keys where none were.
    private static func names(on day: CivilDate, in catalog: RuleCatalog) -> (WaterItem) -> String {
        let standard = try? catalog.rule(.waterLimits, on: day)
        return { standard?.name(of: $0) ?? $0.rawValue }
    }

    /// The limits of GB 3838; where river and lake differ, a row each.
    static func tables(of standard: WaterStandard) -> [RuleTable] {
        let rows = WaterItem.allCases.flatMap { item -> [Row] in
            let river = standard.limit(item, kind: .river)
            let lake = standard.limit(item, kind: .lake)
            let unit = standard.itemUnits[item].map { ScreenText.unit($0) } ?? "—"
            func row(_ limit: WaterLimit, _ kind: String) -> Row {
                Row(
                    head: standard.name(of: item),
                    cells: [kind] + WaterClass.withLimits.map(limit.text(for:)) + [unit])
            }
            if river == lake { return river.map { [row($0, "河流、湖库")] } ?? [] }
            return [river.map { row($0, "河流") }, lake.map { row($0, "湖库") }].compactMap { $0 }
        }
        return [
            RuleTable(
                caption: "标准限值", rowsHead: "项目",
                columns: ["适用"] + standard.classNames.prefix(5).map { "\($0)类" } + ["单位"], look: "num",
                rows: rows)
        ]
    }

    /// The decimals to which values are rounded.
    static func tables(of rule: WaterMeanRule, name: (WaterItem) -> String) -> [RuleTable] {
        let rows = WaterItem.allCases.filter { rule.assessmentDecimals[$0] != nil || rule.displayDecimals[$0] != nil }
        return [
            RuleTable(
                caption: "修约位数（小数位）", rowsHead: "项目", columns: ["评价", "展示"], look: "num",
                rows: rows.map { item in
                    Row(
                        head: name(item),
                        cells: [rule.assessmentDecimals[item], rule.displayDecimals[item]].map {
                            $0.map(String.init) ?? "—"
                        })
                })
        ]
    }
}

import Catalog
import Standards

extension CheckRule {
    private static let appliesKeys = ["kinds", "factors", "stations", "lengths"]

    /// Reads a rule file; nil, with faults in the reader, when it cannot be used.
    ///
    /// - Parameter day: a day on which the rule is in force; the rules it names are looked up on it.
    static func read(_ file: RuleFile, with reader: RuleReader, catalog: RuleCatalog, on day: CivilDate) -> CheckRule? {
        let body = reader.body(keys: ["applies", "test", "parameters", "rows"])
        let applies = body.mapping("applies", keys: appliesKeys)
        let kinds = applies.texts("kinds")
        let items = applies.optionalTexts("factors")
        let lengths = applies.optionalList("lengths").map { reader.integer($0, name: "lengths", in: 0...31_622_400) }
        guard let kind = body.choice("test", as: CheckKind.self) else { return nil }
        let keys = CheckTest.keys(of: kind)
        if kind == .unfit {
            body.refuse(
                "test",
                .notAllowed(
                    key: "test", value: kind.rawValue, nearest: nil,
                    allowed: CheckKind.allCases.filter { $0 != .unfit }.map(\.rawValue)))
        }
        let common = body.optionalMapping("parameters", keys: keys)
        var rows: [Row] = []
        let nodes = body.optionalList("rows")
        for node in nodes {
            let own = reader.mapping(node, keys: ["factors", "stations"] + keys)
            let parameters = CheckParameters(
                reader, node: node, keys: keys, layers: [own] + (common.map { [$0] } ?? []), catalog: catalog, day: day)
            guard let test = CheckTest.read(kind, parameters) else { continue }
            let row = Row(
                items: Set(own.optionalTexts("factors")), stations: Set(own.optionalTexts("stations")), test: test,
                parameters: parameters.written)
            if let earlier = rows.firstIndex(where: { $0.hides(row) }) {
                let message = "rows 第 \(rows.count + 1) 行用不上：第 \(earlier + 1) 行先管到同样的因子和站点"
                reader.refuse(node, .other(message: message, mend: "把指明站点的行放在前面，或删去重复的行"))
            }
            rows.append(row)
        }
        if nodes.isEmpty {
            let parameters = CheckParameters(
                reader, node: common?.node ?? file.node, keys: keys, layers: common.map { [$0] } ?? [],
                catalog: catalog, day: day)
            CheckTest.read(kind, parameters).map {
                rows.append(Row(items: [], stations: [], test: $0, parameters: parameters.written))
            }
        }
        guard reader.faults.isEmpty else { return nil }
        return CheckRule(
            header: file.header, kind: kind, kinds: Set(kinds), lengths: Set(lengths), items: Set(items),
            stations: Set(applies.optionalTexts("stations")), rows: rows)
    }
}

extension CheckRule.Row {
    /// Whether every series that the other row is for is taken by this one.
    fileprivate func hides(_ other: CheckRule.Row) -> Bool {
        let allItems = items.isEmpty || (!other.items.isEmpty && other.items.isSubset(of: items))
        let allStations = stations.isEmpty || (!other.stations.isEmpty && other.stations.isSubset(of: stations))
        return allItems && allStations
    }
}

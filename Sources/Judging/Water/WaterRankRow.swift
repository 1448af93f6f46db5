import Documents
import Standards

/// One area of a ranking with its index.
struct WaterRankRow {
    /// Decimals to which the mean pH is carried; the second is taken where the first leaves a rounding open.
    static let acidityDecimals = [9, ExactDecimal.maximumScale - 1]

    let area: WaterRankArea
    let verdict: WaterRankArea.Verdict?
    /// The index as published; equal ones share a rank.
    let index: ExactDecimal?
    /// The index of each kind of water as published.
    private let byKind: [WaterBodyKind: ExactDecimal]
    private let decimals: Int

    init(_ area: WaterRankArea, _ rules: WaterRankRules) {
        self.area = area
        decimals = rules.index.indexDecimals
        for acidityDecimals in Self.acidityDecimals {
            guard let verdict = try? area.evaluate(rules, acidityDecimals: acidityDecimals), let exact = verdict.index
            else { break }
            guard let index = try? Self.rounded(exact, verdict.error, decimals) else { continue }
            var byKind: [WaterBodyKind: ExactDecimal] = [:]
            for (kind, parts) in verdict.parts {
                byKind[kind] = try? Self.rounded(parts.total, verdict.errors[kind] ?? .zero, decimals)
            }
            guard byKind.count == verdict.parts.count else { continue }
            self.verdict = verdict
            self.index = index
            self.byKind = byKind
            return
        }
        verdict = nil
        index = nil
        byKind = [:]
    }

    private static func rounded(
        _ index: Rational, _ error: Rational, _ decimals: Int
    ) throws(StandardsError) -> ExactDecimal? {
        try WaterRankArea.Verdict.rounded(index, error: error, decimals: decimals)
    }

    /// Writes the fields behind the rank.
    func write(into writer: inout CSVWriter) {
        writer.field(area.name)
        writer.field(area.count(.river))
        writer.field(area.count(.lake))
        for kind in WaterBodyKind.allCases { writer.field(byKind[kind].map { "\($0)" } ?? "") }
        writer.field(index.map { "\($0)" } ?? "")
    }

    private func rounded(_ value: Rational) -> String { (try? value.rounded(decimals: decimals)).map { "\($0)" } ?? "" }

    /// What must be known beside the index.
    func notes(_ rules: WaterRankRules) -> [String] {
        guard let verdict, index != nil else { return ["没有可计算的数据，不排名"] }
        var notes: [String] = []
        for kind in WaterBodyKind.allCases {
            guard let parts = verdict.parts[kind] else { continue }
            let water = kind == .river ? "河流" : "湖库"
            func names(_ items: [WaterItem]) -> String {
                items.map(rules.standard.name(of:)).joined(separator: "、")
            }
            if !parts.missing.isEmpty { notes.append("\(water)缺\(names(parts.missing))，该项指数按 0 计") }
            if !parts.guarded.isEmpty { notes.append("\(water)\(names(parts.guarded))为 0，无法计算该项指数，按缺测处理") }
        }
        return notes
    }

    /// How the index came about.
    func explanation(_ rules: WaterRankRules) -> Explanation {
        var inputs: [Explanation.Input] = []
        var steps: [Explanation.Step] = []
        for kind in WaterBodyKind.allCases {
            guard let parts = verdict?.parts[kind], let means = verdict?.means[kind] else { continue }
            let water = kind == .river ? "河流" : "湖库"
            for item in rules.index.items {
                guard let part = parts.parts[item], let mean = means[item] else { continue }
                let name = "\(water)\(rules.standard.name(of: item))"
                inputs.append(.init(name, mean.shortText))
                let formula = Self.formula(of: item, mean, kind, rules)
                steps.append(.init(name, formula: formula, exact: part.written, result: rounded(part)))
            }
            let count = kind == .river ? "\(area.count(kind)) 个断面" : "\(area.count(kind)) 个点位"
            steps.append(.init("\(water)指数", formula: "各项指数之和（\(count)）", result: rounded(parts.total)))
        }
        return Explanation(
            subject: "城市水质指数", inputs: inputs, steps: steps,
            conclusion: index.map { "城市水质指数 \($0)" } ?? "没有可计算的数据", remarks: notes(rules),
            rules: rules.headers.map { RuleCitation($0) })
    }

    private static func formula(
        of item: WaterItem, _ mean: Rational, _ kind: WaterBodyKind, _ rules: WaterRankRules
    ) -> String {
        let place = rules.index.limitClass.rawValue - 1
        switch rules.standard.limit(item, kind: kind) {
        case .atMost(let limits)?: return "\(mean.shortText)÷\(limits[place])"
        case .atLeast(let limits)?: return "\(limits[place])÷\(mean.shortText)"
        default:
            let form = rules.index.acidity
            return mean <= form.neutral
                ? "(\(form.neutral)−\(mean.shortText))÷(\(form.neutral)−\(form.lower))"
                : "(\(mean.shortText)−\(form.neutral))÷(\(form.upper)−\(form.neutral))"
        }
    }
}

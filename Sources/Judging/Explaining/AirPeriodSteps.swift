import Catalog
import Standards

/// How the figures of a period came about, for the reader who checks by hand.
enum AirPeriodSteps {
    /// Means, percentiles, single indices and their sum with the numbers put in.
    static func explanation(of figures: AirPeriodFigures, _ station: String) throws -> Explanation {
        var steps: [Explanation.Step] = []
        var inputs: [Explanation.Input] = []
        for item in AirItem.allCases {
            guard let found = figures.statistics[item] else { continue }
            inputs.append(.init(item.displayName, "有效 \(found.mean.validCount)/\(found.mean.expectedCount) 天"))
            steps += try statistics(found, figures)
        }
        for term in figures.composite.terms { steps.append(try index(term, figures)) }
        if let sum = figures.composite.sum, let published = figures.composite.published {
            let isWeighted = figures.composite.terms.contains { $0.weight != 1 }
            steps.append(
                .init(
                    "综合指数", formula: isWeighted ? "各单项指数按权重求和" : "各单项指数之和", exact: sum.description,
                    result: published.description, isDeciding: true))
        }
        let rate = try figures.goodRate().map { "，占 \($0)%" } ?? ""
        return Explanation(
            subject: "\(station) \(figures.period) 环境空气质量评价", inputs: inputs, steps: steps,
            conclusion: "优良 \(figures.count.good) 天，有效 \(figures.count.valid) 天\(rate)",
            rules: figures.rules.headers.map(RuleCitation.init))
    }

    private static func statistics(
        _ found: AirItemStatistics, _ figures: AirPeriodFigures
    ) throws -> [Explanation.Step] {
        var steps: [Explanation.Step] = []
        let count = found.mean.validCount
        if let mean = found.mean.mean, let result = try figures.published(found.item, .mean) {
            let sum = mean * Rational(count)
            steps.append(
                .init(
                    "\(found.item.displayName) 均值",
                    formula: "\(sum.exactDecimal?.description ?? sum.description)÷\(count)",
                    exact: mean.description, result: result.description))
        }
        if let percentile = found.percentile, let result = try figures.published(found.item, .percentile),
            let percent = figures.rules.statistics.evaluation.percentiles[found.item]
        {
            let position = Percentile.position(percent: percent, count: count)
            steps.append(
                .init(
                    "\(found.item.displayName) 第 \(percent) 百分位",
                    formula:
                        "k=1+(\(count)−1)×\(percent)%=\(position.exactDecimal?.description ?? position.description)",
                    exact: percentile.description, result: result.description))
        }
        return steps
    }

    private static func index(
        _ term: AirCompositeResult.Term, _ figures: AirPeriodFigures
    ) throws -> Explanation.Step {
        let value = term.value.exactDecimal?.description ?? "(\(term.value))"
        let weight = term.weight == 1 ? "" : "，权重 \(term.weight)"
        return .init(
            "\(term.item.displayName) 单项指数", formula: "\(value)÷\(term.limit)", exact: term.index.description,
            result: try term.index.rounded(decimals: figures.rules.composite.singleDecimals).description + weight)
    }
}

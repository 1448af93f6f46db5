import Standards

/// The sections of one river, or the points of one lake, in one period.
struct WaterPeriodRiver {
    let start: CivilDate
    let name: String
    let kind: WaterBodyKind
    private(set) var sections: [WaterPeriodSection]

    /// Groups sections by period, river and kind of water, in the order in which they come.
    static func groups(_ sections: [WaterPeriodSection]) -> [WaterPeriodRiver] {
        var groups: [WaterPeriodRiver] = []
        var places: [String: Int] = [:]
        for section in sections {
            let key = Self.key(section.start, section.kind, section.river)
            if let place = places[key] {
                groups[place].sections.append(section)
            } else {
                places[key] = groups.count
                groups.append(
                    WaterPeriodRiver(
                        start: section.start, name: section.river, kind: section.kind, sections: [section]))
            }
        }
        return groups
    }

    /// What names the river in the period that begins on a day.
    func key(on start: CivilDate) -> String { Self.key(start, kind, name) }

    private static func key(_ start: CivilDate, _ kind: WaterBodyKind, _ name: String) -> String {
        "\(start) \(kind.rawValue) \(name)"
    }

    /// How the river was graded.
    enum Basis: String {
        /// By the shares of its sections.
        case proportions
        /// By the means over its sections, as a single section.
        case means
    }

    /// What the sections of a river give.
    struct Verdict {
        let sections: [(section: WaterPeriodSection, verdict: WaterPeriodSection.Verdict)]
        let proportions: WaterProportions?
        let attainment: WaterAttainment
        let basis: Basis
        /// The class of the means; nil when shares decide.
        let waterClass: WaterClass?
        /// The main indicators of the means; empty when shares decide.
        let indicators: [WaterIndicator]
        let gradeName: String?
        /// Names of sections without a class.
        let excluded: [String]
    }

    /// Shares, grade and attainment.
    ///
    /// - Throws: `.overflow` for numbers beyond what a mean can hold.
    func evaluate(_ rules: WaterPeriodRules, _ options: WaterPeriodOptions) throws(StandardsError) -> Verdict {
        var judged: [(section: WaterPeriodSection, verdict: WaterPeriodSection.Verdict)] = []
        for section in sections { judged.append((section, try section.evaluate(rules, options))) }
        let classes = judged.compactMap(\.verdict.result.waterClass)
        let proportions = classes.isEmpty ? nil : try WaterProportions(classes)
        // The points of a lake are averaged however many they are.
        let byShares = kind == .river && rules.grading.gradesByProportions(classes.count)
        var waterClass: WaterClass?
        var indicators: [WaterIndicator] = []
        var gradeName: String?
        if let proportions {
            if byShares {
                gradeName = rules.grading.grade(of: proportions).name
            } else {
                let result = try meanResult(judged.map(\.verdict), rules)
                waterClass = result.waterClass
                indicators = try rules.rule.mainIndicators(of: result, kind: kind)
                gradeName = waterClass.map { rules.rule.method.grade(of: $0).name }
            }
        }
        return Verdict(
            sections: judged, proportions: proportions,
            attainment: WaterAttainment(
                judged.map {
                    .init(name: $0.section.name, waterClass: $0.verdict.result.waterClass, target: $0.section.target)
                }
            ),
            basis: byShares ? .proportions : .means, waterClass: waterClass,
            indicators: indicators, gradeName: gradeName,
            excluded: judged.filter { $0.verdict.result.waterClass == nil }.map(\.section.name))
    }

    /// The class of the means of every item over the sections that have it.
    private func meanResult(
        _ verdicts: [WaterPeriodSection.Verdict], _ rules: WaterPeriodRules
    ) throws(StandardsError) -> WaterClassResult {
        var values: [WaterItem: ExactDecimal] = [:]
        for item in WaterSample.items {
            let means = verdicts.compactMap { $0.means[item] }
            guard !means.isEmpty else { continue }
            values[item] = try rules.means.mean(ofMeans: means, item: item).value
        }
        return rules.rule.classify(values: values, kind: kind)
    }
}

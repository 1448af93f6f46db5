import Standards

/// One city or district of a ranking: the means of its river sections and lake points.
struct WaterRankArea {
    let name: String
    /// Means by section; those of rivers and of lakes apart.
    private(set) var sections: [WaterBodyKind: [[WaterItem: WaterMean]]] = [:]

    init(name: String) {
        self.name = name
    }

    mutating func add(_ means: [WaterItem: WaterMean], kind: WaterBodyKind) {
        sections[kind, default: []].append(means)
    }

    /// How many sections (points) of a kind there are.
    func count(_ kind: WaterBodyKind) -> Int { sections[kind]?.count ?? 0 }

    /// The index of an area with what went into it.
    struct Verdict {
        /// Mean concentrations over the sections, by kind of water.
        let means: [WaterBodyKind: [WaterItem: Rational]]
        let parts: [WaterBodyKind: CityWaterIndexRule.Index]
        /// The index, exact; nil for an area without any value.
        let index: Rational?
    }

    /// - Throws: `.overflow` for numbers beyond what a mean can hold.
    func evaluate(_ rules: WaterRankRules) throws(StandardsError) -> Verdict {
        var means: [WaterBodyKind: [WaterItem: Rational]] = [:]
        var parts: [WaterBodyKind: CityWaterIndexRule.Index] = [:]
        for (kind, sections) in sections {
            var values: [WaterItem: Rational] = [:]
            for item in rules.index.items {
                let found = sections.compactMap { $0[item] }
                guard !found.isEmpty else { continue }
                values[item] = try Self.value(of: try rules.means.mean(ofMeans: found, item: item))
            }
            means[kind] = values
            guard !values.isEmpty else { continue }
            parts[kind] = try rules.index.index(of: values, kind: kind, standard: rules.standard)
        }
        return Verdict(
            means: means, parts: parts,
            index: CityWaterIndexRule.city(
                river: parts[.river].map { ($0.total, count(.river)) },
                lake: parts[.lake].map { ($0.total, count(.lake)) }))
    }

    /// The unrounded mean; that of pH, a logarithm, with all decimals a decimal can have.
    private static func value(of mean: WaterMean) throws(StandardsError) -> Rational {
        if let exact = mean.exact { return exact }
        return Rational(
            try HydrogenIonMean.rounded(weights: mean.hydrogenShares, decimals: ExactDecimal.maximumScale - 1))
    }
}

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
        /// The index; nil for an area without any value.
        let index: Rational?
        /// How far the index of a kind of water can be off, either way: the mean pH is a logarithm and was rounded. Kinds
        /// whose index is exact are not in it.
        let errors: [WaterBodyKind: Rational]

        /// How far the index of the area can be off.
        var error: Rational { errors.values.max() ?? .zero }

        /// An index rounded half to even; nil when the error leaves open to which number.
        static func rounded(
            _ index: Rational, error: Rational, decimals: Int
        ) throws(StandardsError) -> ExactDecimal? {
            let low = try (index - error).rounded(decimals: decimals)
            return try low == (index + error).rounded(decimals: decimals) ? low : nil
        }
    }

    /// The index with the mean pH carried to so many decimals.
    ///
    /// - Throws: `.overflow` for numbers beyond what a mean can hold.
    func evaluate(_ rules: WaterRankRules, acidityDecimals: Int) throws(StandardsError) -> Verdict {
        var means: [WaterBodyKind: [WaterItem: Rational]] = [:]
        var parts: [WaterBodyKind: CityWaterIndexRule.Index] = [:]
        var errors: [WaterBodyKind: Rational] = [:]
        for (kind, sections) in sections {
            var values: [WaterItem: Rational] = [:]
            for item in rules.index.items {
                let found = sections.compactMap { $0[item] }
                guard !found.isEmpty else { continue }
                let mean = try rules.means.mean(ofMeans: found, item: item)
                if let exact = mean.exact {
                    values[item] = exact
                } else {
                    let shares = mean.hydrogenShares
                    values[item] = Rational(try HydrogenIonMean.rounded(weights: shares, decimals: acidityDecimals))
                    if shares.count > 1 { errors[kind] = try rules.index.error(ofAcidityDecimals: acidityDecimals) }
                }
            }
            means[kind] = values
            guard !values.isEmpty else { continue }
            parts[kind] = try rules.index.index(of: values, kind: kind, standard: rules.standard)
        }
        return Verdict(
            means: means, parts: parts,
            index: CityWaterIndexRule.city(
                river: parts[.river].map { ($0.total, count(.river)) },
                lake: parts[.lake].map { ($0.total, count(.lake)) }),
            errors: errors)
    }
}

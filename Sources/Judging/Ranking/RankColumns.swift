import Standards

/// Where in a table the values of a scheme's measures come from.
struct RankColumns {
    /// The column of the object.
    static let area = "area"
    /// Share of valid data in per cent, where the scheme asks for it.
    static let validRate = "valid_rate"
    /// 是 or 否: whether the object meets its standard, where the scheme exempts those that do.
    static let meetsStandard = "meets_standard"
    /// What the composite index is made of, in publication order.
    static let composite = ["so2", "no2", "pm10", "pm25", "co_p95", "o3_8h_p90"]

    /// Where one measure comes from.
    indirect enum Source {
        case column(Int)
        case composite([Int])
        /// The rate of change of a measure, or of a column, against another column.
        case change(of: Source, measure: RankMeasure?, from: Int)
        /// The measure only informs and the table does not have it.
        case absent
    }

    let sources: [Source]
    let validRatePlace: Int?
    let meetsStandardPlace: Int?

    /// All columns a scheme may read beside `area`.
    static func names(of scheme: RankScheme) -> [String] {
        var names = scheme.measures.flatMap { measure -> [String] in
            switch measure.origin {
            case .given: [measure.key]
            case .composite: [measure.key] + composite
            case .change(let of, let from): [measure.key, of, from]
            }
        }
        if scheme.leastValidPercent != nil { names.append(validRate) }
        if scheme.exemption != nil { names.append(meetsStandard) }
        return names.reduce(into: [area]) { if !$0.contains($1) { $0.append($1) } }.filter { $0 != area }
    }

    /// Finds the columns.
    ///
    /// - Throws: `JudgingError` naming the columns without which a weighted measure, a tie-break or a condition of the
    ///   scheme has no value.
    init(_ header: TableHeader, scheme: RankScheme) throws(JudgingError) {
        var missing: [String] = []
        func source(_ measure: RankMeasure, isNeeded: Bool) -> Source {
            if let place = header.optional[measure.key] { return .column(place) }
            func absent(_ names: [String]) -> Source {
                if isNeeded { missing += names.filter { !missing.contains($0) } }
                return .absent
            }
            switch measure.origin {
            case .given:
                return absent([measure.key])
            case .composite:
                let places = Self.composite.compactMap { header.optional[$0] }
                guard places.count == Self.composite.count else {
                    // With none of the six the index itself was meant.
                    let lacking = Self.composite.filter { header.optional[$0] == nil }
                    return absent(places.isEmpty ? [measure.key] : lacking)
                }
                return .composite(places)
            case .change(let of, let from):
                let other = scheme.measures.first { $0.key == of }
                let base = other.map { source($0, isNeeded: isNeeded) } ?? header.optional[of].map { .column($0) }
                guard let place = header.optional[from] else {
                    return absent(header.optional[of] == nil ? [measure.key] : [from])
                }
                guard let base else { return absent([of]) }
                if case .absent = base { return .absent }
                return .change(of: base, measure: other, from: place)
            }
        }
        sources = scheme.measures.map { measure in
            source(measure, isNeeded: measure.weight != nil || scheme.tieBreaks.contains(measure.key))
        }
        validRatePlace = header.optional[Self.validRate]
        meetsStandardPlace = header.optional[Self.meetsStandard]
        if scheme.leastValidPercent != nil, validRatePlace == nil { missing.append(Self.validRate) }
        if scheme.exemption != nil, meetsStandardPlace == nil { missing.append(Self.meetsStandard) }
        guard missing.isEmpty else {
            throw JudgingError(
                .missingColumn, columns: missing, required: Self.needed(by: scheme), found: header.names)
        }
    }

    /// What the header must have, with the ways round: `index（或 so2+no2+…）`.
    private static func needed(by scheme: RankScheme) -> [String] {
        var needed = [area]
        for measure in scheme.measures where measure.weight != nil || scheme.tieBreaks.contains(measure.key) {
            switch measure.origin {
            case .given: needed.append(measure.key)
            case .composite: needed.append("\(measure.key)（或 \(composite.joined(separator: "+"))）")
            case .change(let of, let from): needed.append("\(measure.key)（或 \(of)+\(from)）")
            }
        }
        if scheme.leastValidPercent != nil { needed.append(validRate) }
        if scheme.exemption != nil { needed.append(meetsStandard) }
        return needed
    }

    /// Whether a measure is computed, so that the table has to show it.
    func isComputed(_ place: Int) -> Bool {
        switch sources[place] {
        case .composite, .change: true
        case .column, .absent: false
        }
    }
}

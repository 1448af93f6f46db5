extension RankScheme {
    /// Ranks all objects.
    ///
    /// Values are rounded as each measure says, then compared exactly. An object without a value in a weighted measure
    /// stands last (in that measure, where ranks are summed) or takes no part, as the scheme says; an exempt one takes no
    /// part. Those who take no part do not count in the ranks of others. O(n log n) a measure.
    ///
    /// - Returns: one result an object, in the order of `entries`.
    /// - Throws: `.wrongCount` for an entry with another number of values than measures; `.overflow`.
    public func rank(_ entries: [RankEntry]) throws(StandardsError) -> [RankResult] {
        let candidates = try entries.map { (entry) throws(StandardsError) in try candidate(entry) }
        let taking = candidates.indices.filter { !candidates[$0].isLeftOut }
        let partial = partialRanks(taking.map { candidates[$0].values })
        let scores = scores(taking.map { candidates[$0] }, partial)
        let orders = zip(taking, scores).map { place, score in order(candidates[place].values, score) }
        let shared = sharing == .tieBreak ? orders : scores.map { order([], $0) }
        let ranks = CompetitionRank.ranks(of: shared, better: .low, missing: .last)
        let sorted = orders.indices.sorted { (orders[$0], $0) < (orders[$1], $1) }
        var results = candidates.map(\.leftOut)
        for (position, number) in sorted.enumerated() {
            results[taking[number]] = RankResult(
                rank: ranks[number], position: position + 1, score: scores[number],
                partialRanks: partial.map { $0?[number] }, sharedBy: shared.count { $0 == shared[number] },
                missing: candidates[taking[number]].missing, isExempt: false)
        }
        return results
    }

    /// An object with its values as they are compared.
    private struct Candidate {
        let values: [Rational?]
        let missing: [String]
        let isExempt: Bool
        let isLeftOut: Bool

        var leftOut: RankResult {
            RankResult(
                rank: nil, position: nil, score: nil, partialRanks: values.map { _ in nil }, sharedBy: 0,
                missing: missing, isExempt: isExempt)
        }
    }

    private func candidate(_ entry: RankEntry) throws(StandardsError) -> Candidate {
        guard entry.values.count == measures.count else {
            throw StandardsError(.wrongCount, subject: id, value: "\(entry.values.count)")
        }
        var values: [Rational?] = []
        for (measure, value) in zip(measures, entry.values) {
            values.append(
                entry.isIncomplete
                    ? nil
                    : try value.map { (value) throws(StandardsError) in
                        try measure.compared(value)
                    })
        }
        let missing = zip(measures, values).filter { $0.weight != nil && $1 == nil }.map(\.0.key)
        var isExempt = false
        if let exemption, entry.meetsStandard, let place = measures.firstIndex(where: { $0.key == exemption.measure }) {
            isExempt = values[place].map { $0 > exemption.above } ?? false
        }
        return Candidate(
            values: values, missing: missing, isExempt: isExempt,
            isLeftOut: isExempt || (self.missing == .excluded && !missing.isEmpty))
    }

    /// Ranks in each weighted measure, by measure and object; nil for measures without weight.
    private func partialRanks(_ objects: [[Rational?]]) -> [[Rational?]?] {
        measures.indices.map { place in
            guard measures[place].weight != nil else { return nil }
            return CompetitionRank.ranks(
                of: objects.map { $0[place] }, better: measures[place].better, missing: .last, kind: kind)
        }
    }

    /// The number by which each object is ordered; nil puts it last.
    private func scores(_ objects: [Candidate], _ partial: [[Rational?]?]) -> [Rational?] {
        let weighted = measures.indices.filter { measures[$0].weight != nil }
        switch combination {
        case .value:
            return objects.map { object in weighted.first.flatMap { object.values[$0] } }
        case .ranks:
            return sums(weighted.map { (measures[$0].weight ?? 0, partial[$0] ?? []) }, count: objects.count)
        case .efficacy:
            let terms = weighted.map { place in
                let values = objects.map { $0.missing.isEmpty ? $0.values[place] : nil }
                let scores = EfficacyScore.scores(of: values, better: measures[place].better)
                return (measures[place].weight ?? 0, scores)
            }
            return sums(terms, count: objects.count)
        }
    }

    /// Weighted sums; nil where a term is lacking.
    private func sums(_ terms: [(weight: Rational, values: [Rational?])], count: Int) -> [Rational?] {
        (0..<count).map { object in
            var sum = Rational.zero
            for term in terms {
                guard let value = term.values[object] else { return nil }
                sum += term.weight * value
            }
            return sum
        }
    }

    /// What orders an object: its score, then the tie-breaks, the lower the better; an absent value stands last.
    private func order(_ values: [Rational?], _ score: Rational?) -> RankOrder {
        let first = score.map { betterScore == .low ? $0 : -$0 }
        guard !values.isEmpty else { return RankOrder(keys: [first]) }
        return RankOrder(
            keys: [first]
                + tieBreakPlaces.map { place in
                    values[place].map { measures[place].better == .low ? $0 : -$0 }
                })
    }
}

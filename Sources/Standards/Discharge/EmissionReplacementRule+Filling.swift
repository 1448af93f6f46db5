extension EmissionReplacementRule {
    /// Fills the gaps of a series. A gap is a run of invalid hours; hours in which the plant stood still end it.
    ///
    /// Where data are invalid since the last good calibration (失控), give those hours as invalid: the gap begins there
    /// and "before" means before that calibration. Replaced hours are never a source for others.
    ///
    /// - Parameters:
    ///   - hours: without a break in time, with as much history as the rule looks at.
    ///   - item: what the series is of.
    ///   - rates: the effective rate of quarters by their first day; a quarter left out is counted over the hours given.
    ///     The quarter in which a gap begins holds for all of it.
    /// - Throws: `.wrongOrder` when an hour does not follow the one before.
    public func filled(
        _ hours: [EmissionHour], item: DischargeItem, rates: [CivilDate: Rational] = [:]
    ) throws(StandardsError) -> [FilledHour] {
        for (earlier, later) in zip(hours, hours.dropFirst()) where earlier.start.adding(seconds: 3_600) != later.start
        {
            throw StandardsError(.wrongOrder, subject: "hours", value: later.start.description)
        }
        let series = Series(hours: hours, item: item, rates: rates)
        var filled: [FilledHour] = []
        filled.reserveCapacity(hours.count)
        var index = 0
        while index < hours.count {
            let hour = hours[index]
            switch hour.state {
            case .measured(let value): filled.append(FilledHour(hour.start, value, .measured))
            case .stopped: filled.append(FilledHour(hour.start, .zero, .stopped))
            case .invalid:
                let end = hours[index...].firstIndex { $0.state != .invalid } ?? hours.count
                let (value, origin) = fill(index..<end, of: series)
                filled += hours[index..<end].map { FilledHour($0.start, value, origin) }
                index = end
                continue
            }
            index += 1
        }
        return filled
    }

    /// What the gaps of a series are filled from.
    private struct Series {
        let hours: [EmissionHour]
        let item: DischargeItem
        /// Where the valid hours stand, in the order of time.
        let valid: [Int]
        let rates: [CivilDate: Rational]

        init(hours: [EmissionHour], item: DischargeItem, rates: [CivilDate: Rational]) {
            self.hours = hours
            self.item = item
            valid = hours.indices.filter { hours[$0].value != nil }
            let quarters = Dictionary(grouping: hours) { $0.start.beijingDate.firstOfQuarter }
            self.rates = quarters.compactMapValues { EmissionHour.effectiveRate(of: $0) }.merging(rates) { $1 }
        }

        /// The valid hours before a place.
        func valid(before index: Int) -> ArraySlice<Int> { valid.prefix { $0 < index } }

        func starts(_ places: some Sequence<Int>) -> [Instant] { places.map { hours[$0].start } }
    }

    private func fill(_ gap: Range<Int>, of series: Series) -> (Rational?, FilledHour.Origin) {
        switch method {
        case .largest(let steps): largest(steps, gap, series)
        case .preceding(let medianItems): preceding(gap, series, isMedian: medianItems.contains(series.item))
        case .neighbours(let maximumHours): neighbours(gap, series, maximumHours)
        }
    }

    private func largest(
        _ steps: [Step], _ gap: Range<Int>, _ series: Series
    ) -> (Rational?, FilledHour.Origin) {
        let quarter = series.hours[gap.lowerBound].start.beijingDate.firstOfQuarter
        guard let rate = series.rates[quarter] else { return (nil, .missing(.noRate)) }
        let step = steps.first { rate >= $0.leastRate && gap.count <= $0.maximumHours ?? gap.count }
        guard let step else { return (nil, .missing(.rateTooLow(rate))) }
        let window = series.valid(before: gap.lowerBound).suffix(step.window)
        guard window.count == step.window else {
            return (nil, .missing(.tooFewHours(window.count, needed: step.window)))
        }
        var best: (place: Int, value: Rational)?
        for place in window {
            guard let value = series.hours[place].value, best.map({ value > $0.value }) ?? true else { continue }
            best = (place, value)
        }
        guard let best else { return (nil, .missing(.tooFewHours(0, needed: step.window))) }
        let replacement = FilledHour.Replacement(
            method: .largest(at: series.hours[best.place].start), hours: series.starts(window))
        return (best.value, .replaced(replacement))
    }

    /// The nearest period of the gap's length, going back by that length each time, whose hours are all valid.
    private func preceding(
        _ gap: Range<Int>, _ series: Series, isMedian: Bool
    ) -> (Rational?, FilledHour.Origin) {
        var start = gap.lowerBound - gap.count
        while start >= 0 {
            let places = start..<(start + gap.count)
            let values = series.hours[places].compactMap(\.value)
            if values.count == gap.count {
                let mean = try? values.reduce(.zero, +) / Rational(values.count)
                let value = isMedian ? DischargePeriodRule.median(of: values) : mean
                let replacement = FilledHour.Replacement(
                    method: isMedian ? .precedingMedian : .precedingMean, hours: series.starts(places))
                return (value, .replaced(replacement))
            }
            start -= gap.count
        }
        return (nil, .missing(.noValidPeriod(hours: gap.count)))
    }

    private func neighbours(
        _ gap: Range<Int>, _ series: Series, _ maximumHours: Int
    ) -> (Rational?, FilledHour.Origin) {
        guard gap.count <= maximumHours else {
            return (nil, .missing(.gapTooLong(gap.count, limit: maximumHours)))
        }
        let places = [gap.lowerBound - 1, gap.upperBound].filter(series.hours.indices.contains)
        let values = places.compactMap { series.hours[$0].value }
        guard values.count == 2 else { return (nil, .missing(.noNeighbour)) }
        let mean = try? values.reduce(.zero, +) / 2
        return (mean, .replaced(.init(method: .neighbours, hours: series.starts(places))))
    }
}

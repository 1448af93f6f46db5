package import Standards
package import Storage

/// Questions about the samples of a water section.
package enum WaterSampleStore {
    /// The samples of a span, oldest first.
    package static func samples(
        of section: String, from: Instant, to: Instant, in connection: ReadConnection
    ) throws -> [WaterSample] {
        let latest =
            try LatestReadingStore.latest(
                of: [section], from: from, to: to, seconds: WaterMeasurements.seconds, in: connection)[section] ?? [:]
        return latest.keys.sorted().map { start in
            var readings: [WaterItem: Reading] = [:]
            for (item, reading) in latest[start] ?? [:] { WaterItem(rawValue: item).map { readings[$0] = reading } }
            return WaterSample(start: start, readings: readings)
        }
    }

    /// The samples of a span that were taken by hand and issued, oldest first, each at the moment at which it was taken.
    package static func manualSamples(
        of section: String, from: Instant, to: Instant, in connection: ReadConnection
    ) throws -> [WaterSample] {
        let readings = try ManualReadingStore.readings(from: from, to: to, object: section, in: connection)
        let moments = Dictionary(grouping: readings, by: \.start)
        return moments.keys.sorted().map { start in
            var items: [WaterItem: Reading] = [:]
            for reading in moments[start] ?? [] {
                WaterItem(rawValue: reading.series.item).map { items[$0] = reading }
            }
            return WaterSample(start: start, readings: items)
        }
    }

    /// The sample of the period that starts at a moment; nil when nothing came.
    package static func sample(
        of section: String, at start: Instant, in connection: ReadConnection
    ) throws -> WaterSample? {
        try samples(of: section, from: start, to: start.adding(seconds: 1), in: connection).first
    }

    /// The means of a month as `WaterMonthProjection` judges them.
    ///
    /// - Parameter automaticFirst: as `ManualRules.automaticFirst`.
    package static func means(
        of section: String, month: CivilDate, by rule: WaterMeanRule, judgedBy classes: WaterClassRule,
        automaticFirst: Set<WaterItem>, in connection: ReadConnection
    ) throws -> [WaterItem: WaterMean] {
        let measurements =
            try WaterMeasurements.load(month, section: section, automaticFirst: automaticFirst, in: connection)[section]
            ?? [:]
        var means: [WaterItem: WaterMean] = [:]
        for item in WaterMonthProjection.judged(measurements, by: classes, rule) {
            guard let values = measurements[item], !values.isEmpty else { continue }
            means[item] = try rule.mean(of: values, item: item)
        }
        return means
    }

    /// The items that decide the class of an automatic station.
    package static var judgedItems: [WaterItem] { WaterMonthProjection.items }
}

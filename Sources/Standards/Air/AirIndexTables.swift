/// The tables of a rule in the form the hot path reads; immutable and shared, so that a rule is cheap to pass on.
final class AirIndexTables: Sendable {
    /// One table an item.
    struct Columns: ~Copyable, Sendable {
        let so2: AirIndexTable
        let no2: AirIndexTable
        let pm10: AirIndexTable
        let pm25: AirIndexTable
        let co: AirIndexTable
        let o3: AirIndexTable
    }

    let hourly: Columns
    let daily: Columns
    private let levelBounds: InlineArray<5, Int>
    private let minimum: Int
    private let maximum: Int
    private let primaryAbove: Int
    private let exceedsAbove: Int
    private let missing: AirMissingRule

    init(_ definition: AirIndexDefinition) throws(StandardsError) {
        hourly = try AirIndexTables.columns(definition.hourly, definition, "hourly")
        daily = try AirIndexTables.columns(definition.daily, definition, "daily")
        levelBounds = try AirIndexTables.bounds(of: definition)
        guard definition.minimum >= 0, definition.minimum < definition.maximum, definition.maximum <= 1000 else {
            throw StandardsError(.invalidRule, subject: "range", value: definition.id)
        }
        minimum = definition.minimum
        maximum = definition.maximum
        primaryAbove = definition.primaryAbove
        exceedsAbove = definition.exceedsAbove
        missing = definition.missing
    }

    /// The rank 1 … 6 of an AQI.
    func rank(of aqi: Int) -> Int {
        for position in 0..<5 where aqi <= levelBounds[position] { return position + 1 }
        return 6
    }

    private static func columns(
        _ table: [AirItem: AirBreakpoints], _ definition: AirIndexDefinition, _ name: String
    ) throws(StandardsError) -> Columns {
        func column(_ item: AirItem) throws(StandardsError) -> AirIndexTable {
            let subject = "\(name).\(item.rawValue)"
            guard let breakpoints = table[item] else { throw StandardsError(.invalidRule, subject: subject) }
            return try AirIndexTable(breakpoints, inputDecimals: definition.inputDecimals[item], subject: subject)
        }
        return Columns(
            so2: try column(.so2), no2: try column(.no2), pm10: try column(.pm10), pm25: try column(.pm25),
            co: try column(.co), o3: try column(.o3))
    }

    private static func bounds(of definition: AirIndexDefinition) throws(StandardsError) -> InlineArray<5, Int> {
        let levels = definition.levels
        let isUsable =
            levels.map(\.rank) == [1, 2, 3, 4, 5, 6] && levels[5].upperBound == nil
            && levels.dropLast().allSatisfy { $0.upperBound != nil }
        var bounds = InlineArray<5, Int>(repeating: 0)
        guard isUsable else { throw StandardsError(.invalidRule, subject: "levels", value: definition.id) }
        for position in 0..<5 {
            bounds[position] = levels[position].upperBound ?? 0
            guard position == 0 || bounds[position] > bounds[position - 1] else {
                throw StandardsError(.invalidRule, subject: "levels", value: levels[position].name)
            }
        }
        return bounds
    }
}

extension AirIndexTables {
    /// Judges six values. No allocation, no trap.
    func judge(_ values: AirValues, _ columns: borrowing Columns, isNationalFeed: Bool) -> AirIndexResult {
        var tally = AirIndexTally()
        let so2 = tally.take(values.so2, columns.so2, bit: 1)
        let no2 = tally.take(values.no2, columns.no2, bit: 2)
        let pm10 = tally.take(values.pm10, columns.pm10, bit: 4)
        let pm25 = tally.take(values.pm25, columns.pm25, bit: 8)
        let co = tally.take(values.co, columns.co, bit: 16)
        let o3 = tally.take(values.o3, columns.o3, bit: 32)
        let indices = InlineIndices(so2: so2, no2: no2, pm10: pm10, pm25: pm25, co: co, o3: o3)
        return finish(tally, indices, isNationalFeed: isNationalFeed) { threshold in
            var items: UInt8 = so2 >= threshold ? 1 : 0
            if no2 >= threshold { items |= 2 }
            if pm10 >= threshold { items |= 4 }
            if pm25 >= threshold { items |= 8 }
            if co >= threshold { items |= 16 }
            if o3 >= threshold { items |= 32 }
            return AirItemSet(rawValue: items)
        }
    }

    @inline(__always)
    private func finish(
        _ tally: AirIndexTally, _ indices: InlineIndices, isNationalFeed: Bool,
        itemsAtLeast: (Int) -> AirItemSet
    ) -> AirIndexResult {
        let missingItems = AirItemSet(rawValue: tally.missing)
        let isBlank = isNationalFeed && tally.missing != 0 && tally.missing == missing.feedBlanks.rawValue
        let blankInFeed = isBlank ? missingItems : []
        let largest = min(Int(tally.largest), maximum)
        let isPublished = tally.largest >= 0 && missing.allows(largest, missing: missingItems.subtracting(blankInFeed))
        let aqi = max(largest, minimum)
        let isPrimary = isPublished && aqi > primaryAbove
        return AirIndexResult(
            aqi: isPublished ? aqi : nil,
            level: isPublished ? rank(of: aqi) : nil,
            largestIndex: tally.largest >= 0 ? largest : nil,
            primaryItems: isPrimary ? itemsAtLeast(largest) : [],
            exceedingItems: itemsAtLeast(exceedsAbove + 1),
            missingItems: missingItems,
            notMonitoredItems: AirItemSet(rawValue: tally.notMonitored),
            indices: indices,
            aboveTable: AirItemSet(rawValue: tally.aboveTable),
            notComputed: AirItemSet(rawValue: tally.notComputed),
            negative: AirItemSet(rawValue: tally.negative),
            blankInFeed: blankInFeed,
            isRaised: isPublished && aqi > largest)
    }
}

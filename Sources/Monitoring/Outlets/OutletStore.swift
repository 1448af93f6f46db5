package import Registry
package import Standards
package import Storage

/// Questions about outlets with automatic monitoring.
package enum OutletStore {
    private static let seconds = 3_600

    /// The days of a span on which an outlet's own monitor reports values above its limits, latest day first.
    ///
    /// Only values that the device marks as normal are held against a limit, and only those of periods after its 验收.
    package static func leads(
        of outlets: [RegisteredObject], from: CivilDate, to: CivilDate, in connection: ReadConnection
    ) throws -> [OutletLead] {
        try survey(of: outlets, from: from, to: to, in: connection).leads
    }

    /// The same, and the hours of each outlet beyond a limit that are no exceedance because the device was not accepted.
    package static func survey(
        of outlets: [RegisteredObject], from: CivilDate, to: CivilDate, in connection: ReadConnection
    ) throws -> (leads: [OutletLead], unaccepted: [String: Int]) {
        let acceptance = try Acceptance(of: outlets.map(\.id), in: connection)
        let readings = try LatestReadingStore.latest(
            of: outlets.map(\.id), from: Period.day(from).start, to: Period.day(to).end, seconds: seconds,
            in: connection
        ).mapValues { byStart in byStart.values.flatMap(\.values) }
        var leads: [OutletLead] = []
        var unaccepted: [String: Int] = [:]
        for outlet in outlets {
            let limits = OutletLimit.limits(of: outlet)
            let byDay = Dictionary(grouping: readings[outlet.id] ?? [], by: \.start.beijingDate)
            for (day, values) in byDay {
                let all = limits.map { OutletLead.Item(limit: $0, hours: hours(values, of: $0, acceptance)) }
                let idle = Set(all.flatMap { $0.hours.filter { $0.isBeyond && !$0.isAccepted }.map(\.start) })
                if !idle.isEmpty { unaccepted[outlet.id, default: 0] += idle.count }
                let items = all.filter { !$0.hoursOver.isEmpty }
                if !items.isEmpty { leads.append(OutletLead(outlet: outlet, date: day, items: items)) }
            }
        }
        return (leads.sorted { ($1.date, $0.outlet.id) < ($0.date, $1.outlet.id) }, unaccepted)
    }

    /// The lead of one outlet's day; nil when nothing breaks a limit.
    package static func lead(
        of outlet: RegisteredObject, on date: CivilDate, in connection: ReadConnection
    ) throws -> OutletLead? {
        try leads(of: [outlet], from: date, to: date, in: connection).first
    }

    /// The hours of a day for which anything arrived of one limited item.
    package static func hours(
        of outlet: String, _ limit: OutletLimit, on date: CivilDate, in connection: ReadConnection
    ) throws -> [OutletHour] {
        let readings = try LatestReadingStore.latest(
            of: [outlet], from: Period.day(date).start, to: Period.day(date).end, seconds: seconds, in: connection)
        let acceptance = try Acceptance(of: [outlet], in: connection)
        return hours((readings[outlet] ?? [:]).values.flatMap(\.values), of: limit, acceptance)
    }

    /// The last hour before a moment that a device marked as calibration (`C`, HJ 212-2017 table 8), within so many days.
    package static func lastCalibration(
        of outlet: String, _ limit: OutletLimit, before end: Instant, days: Int, in connection: ReadConnection
    ) throws -> Instant? {
        try connection.first(
            """
            SELECT max(r.start) AS last FROM reading r JOIN series s ON s.id = r.series
            WHERE s.object = \(outlet) AND s.item IN (\(limit.item), \(limit.item + "-zs")) AND s.seconds = \(seconds)
            AND r.flag = 'C' AND r.start < \(end.secondsSince1970)
            AND r.start >= \(end.secondsSince1970 - Int64(days) * 86_400)
            """
        ) { try $0.optionalInteger("last") }?.map { Instant(secondsSince1970: $0) }
    }

    /// The latest hour of each outlet that starts in a span; absent for those that sent nothing in it.
    package static func lastHours(
        of outlets: [String], from start: Instant, to end: Instant, in connection: ReadConnection
    ) throws -> [String: Instant] {
        let rows = try connection.rows(
            """
            SELECT s.object AS object, max(r.start) AS last FROM reading r JOIN series s ON s.id = r.series
            WHERE r.start >= \(start.secondsSince1970) AND r.start < \(end.secondsSince1970)
            AND s.seconds = \(seconds) AND s.object IN (\(list: outlets.map { .text($0) })) GROUP BY s.object
            """
        ) { (try $0.text("object"), Instant(secondsSince1970: try $0.integer("last"))) }
        return Dictionary(rows, uniquingKeysWith: { _, last in last })
    }

    private static func hours(
        _ readings: [Reading], of limit: OutletLimit, _ acceptance: Acceptance
    ) -> [OutletHour] {
        let byStart = Dictionary(grouping: readings, by: \.start)
        return byStart.keys.sorted().compactMap { start in
            let here = byStart[start] ?? []
            let measured = here.first { $0.series.item == limit.item }
            let converted = here.first { $0.series.item == limit.item + "-zs" }
            if measured == nil, converted == nil { return nil }
            let judged = limit.isConverted ? converted : measured
            let isBeyond = judged.map { $0.isValid && ($0.value.map(limit.isExceeded) ?? false) } ?? false
            return OutletHour(
                start: start, measured: measured, converted: converted, judged: judged,
                isAccepted: judged.map(acceptance.covers) ?? true, isBeyond: isBeyond)
        }
    }
}

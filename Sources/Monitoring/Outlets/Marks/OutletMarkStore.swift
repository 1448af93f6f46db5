package import Catalog
package import Registry
package import Standards
package import Storage

/// Questions about what enterprises marked and replaced.
package enum OutletMarkStore {
    /// The marks that touch a span and stand, by outlet and start: of several entries about one stretch the last one holds, and
    /// one that was taken back marks nothing.
    package static func marks(
        of outlets: [String], from start: Instant, to end: Instant, in connection: ReadConnection
    ) throws -> [OutletMark] {
        let all = try everyMark(of: outlets, from: start, to: end, in: connection)
        return standing(all).filter { !$0.isWithdrawn }
    }

    /// Of each stretch, item and kind of mark the entry that was imported last, the withdrawn among them.
    static func standing(_ marks: [OutletMark]) -> [OutletMark] {
        struct Key: Hashable {
            let outlet: String
            let item: String?
            let kind: OutletMark.Kind
            let event: String
            let span: Period
        }
        var latest: [Key: OutletMark] = [:]
        for mark in marks {
            latest[
                Key(outlet: mark.outlet, item: mark.item, kind: mark.kind, event: mark.event, span: mark.span)] = mark
        }
        return latest.values.sorted {
            ($0.outlet, $0.span.start, $0.sequence, $0.line) < ($1.outlet, $1.span.start, $1.sequence, $1.line)
        }
    }

    /// Every entry about a span, in the order of import.
    static func everyMark(
        of outlets: [String], from start: Instant, to end: Instant, in connection: ReadConnection
    ) throws -> [OutletMark] {
        try connection.rows(
            """
            SELECT * FROM outlet_mark WHERE object IN (\(list: outlets.map { .text($0) }))
            AND start < \(end.secondsSince1970) AND start + seconds > \(start.secondsSince1970)
            ORDER BY seq, line
            """
        ) { row in
            OutletMark(
                outlet: try row.text("object"), item: try row.optionalText("item"),
                kind: OutletMark.Kind(rawValue: try row.text("mark")) ?? .abnormal, event: try row.text("event"),
                industry: try row.text("industry"),
                span: Period(
                    start: Instant(secondsSince1970: try row.integer("start")),
                    seconds: Int(try row.integer("seconds"))),
                madeAt: Instant(secondsSince1970: try row.integer("made")), maker: try row.text("maker"),
                note: try row.text("note"), isWithdrawn: try row.flag("withdrawn"),
                sequence: try row.integer("seq"), line: Int(try row.integer("line")))
        }
    }

    /// The replacement values of hours that start in a span, by item and start: of several the one imported last.
    package static func replacements(
        of outlet: String, from start: Instant, to end: Instant, in connection: ReadConnection
    ) throws -> [String: [Instant: OutletReplacement]] {
        var latest: [String: [Instant: OutletReplacement]] = [:]
        for value in try everyReplacement(of: [outlet], from: start, to: end, in: connection) {
            latest[value.item, default: [:]][value.start] = value
        }
        return latest
    }

    /// Every entry about hours that start in a span, in the order of import.
    static func everyReplacement(
        of outlets: [String], from start: Instant, to end: Instant, in connection: ReadConnection
    ) throws -> [OutletReplacement] {
        try connection.rows(
            """
            SELECT * FROM outlet_replacement WHERE object IN (\(list: outlets.map { .text($0) }))
            AND start >= \(start.secondsSince1970) AND start < \(end.secondsSince1970) ORDER BY seq, line
            """
        ) { row in
            OutletReplacement(
                outlet: try row.text("object"), item: try row.text("item"),
                start: Instant(secondsSince1970: try row.integer("start")),
                value: ExactDecimal(try row.text("value")) ?? .zero, method: try row.text("method"),
                madeAt: Instant(secondsSince1970: try row.integer("made")), maker: try row.text("maker"),
                note: try row.text("note"), sequence: try row.integer("seq"), line: Int(try row.integer("line")))
        }
    }

    /// The marks of a span as the automatic checks read them: industries and events by their ids in the marking rule of the day on
    /// which the mark begins, as written where the rule has none of the name.
    ///
    /// - Parameter outlets: with `industry` for marks that do not say theirs.
    package static func checkMarks(
        of outlets: [RegisteredObject], from start: Instant, to end: Instant, catalog: RuleCatalog,
        in connection: ReadConnection
    ) throws -> [CheckMark] {
        let industries = Dictionary(
            outlets.map { ($0.id, $0.text("industry")) }, uniquingKeysWith: { first, _ in first })
        return try marks(of: outlets.map(\.id), from: start, to: end, in: connection).flatMap { mark in
            let rule = try? catalog.markingRule(on: mark.span.start.beijingDate)
            let name = mark.industry.isEmpty ? industries[mark.outlet] ?? "" : mark.industry
            let industry = rule?.industries.first { $0.name == name || $0.id == name }
            let kind: CheckMark.Kind =
                switch mark.kind {
                case .maintenance: .maintenance
                case .abnormal: .deviceAbnormal
                case .operating:
                    .operating(
                        event: industry?.events.first { $0.name == mark.event || $0.id == mark.event }?.id
                            ?? mark.event)
                }
            // Converted values stand in a series of their own and are spoken of by the same mark.
            let items: [String?] = mark.item.map { [$0, $0 + "-zs"] } ?? [nil]
            return items.map {
                CheckMark(
                    station: mark.outlet, item: $0, kind: kind, span: mark.span, madeAt: mark.madeAt,
                    industry: industry?.id ?? name)
            }
        }
    }
}

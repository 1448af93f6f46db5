package import Records
import Registry
import Standards
package import Storage

/// What figures about outlets may select from: the hours that their monitors sent, as they stand, down to the packets.
package struct OutletFigures: FigureSource {
    package init() {}

    package var views: [DocumentedView] {
        [
            DocumentedView(
                name: "outlet_hour", row: "一个排放口一项污染物一个小时的现行值",
                columns: [
                    ("record", "输入的编号"), ("outlet", "排放口"), ("item", "系列，折算值以 -zs 结尾"),
                    ("start", "时段起点，1970 年起的秒数"), ("date", "时段起点所在日期"), ("value", "收到的值；没有为空"),
                    ("valid", "1 为有值且设备标记为正常"), ("flag", "设备标记"), ("label", "时段末，如 8时"),
                ])
        ]
    }

    private static let kind = "outlet-hour"
    private static let seconds = 3_600

    static var definitions: [Definition] {
        [
            .view(
                "outlet_hour",
                """
                SELECT '\(kind)/' || s.object || '/' || s.item || '/' || r.start AS record, s.object AS outlet,
                s.item AS item, r.start AS start, date(r.start + 28800, 'unixepoch') AS date,
                r.significand || '/' || CASE r.scale WHEN 0 THEN '1' ELSE '1' || substr('000000000000000000', 1, r.scale) END
                AS value,
                CASE WHEN r.significand IS NOT NULL AND r.flag IN ('', 'N') THEN 1 ELSE 0 END AS valid, r.flag AS flag,
                (((r.start + 28800) / 3600) % 24 + 1) || '时' || CASE WHEN r.flag IN ('', 'N') THEN '' ELSE ' ' || r.flag END AS label
                FROM reading r JOIN series s ON s.id = r.series JOIN registry_object o ON o.id = s.object
                WHERE s.seconds = \(seconds) AND o.kind = 'outlet'
                AND NOT EXISTS (SELECT 1 FROM reading l WHERE l.start = r.start AND l.series = r.series
                AND (l.arrived, l.source, l.position) > (r.arrived, r.source, r.position))
                """)
        ]
    }

    package func trace(_ input: InputID, in connection: ReadConnection, from archive: Archive) throws -> InputTrace? {
        guard let parts = input.parts(of: Self.kind), parts.count == 3, let seconds = Int64(parts[2]) else {
            return nil
        }
        let start = Instant(secondsSince1970: seconds)
        let versions = try ReadingStore.versions(of: parts[0], at: start, seconds: Self.seconds, in: connection)
            .filter { $0.series.item == parts[1] }
        guard let latest = versions.last else { return nil }
        let outlet = try RegistryStore.object(parts[0], in: connection)
        let limit = outlet.map(OutletLimit.limits)?.first { [$0.item, $0.seriesItem].contains(parts[1]) }
        let mark = latest.flag.isEmpty ? "" : "，设备标记 \(latest.flag)（\(ReadingFlag.meaning(latest.flag))）"
        return InputTrace(
            id: input,
            title:
                "\(outlet?.name ?? parts[0]) \(limit?.name ?? parts[1]) \(start.beijingDate) \(start.beijingHour + 1)时",
            value: latest.value?.description, unit: limit?.unit ?? "",
            formula: (versions.count > 1 ? "共收到 \(versions.count) 次，以最后一次为准" : "按收到的数值") + mark,
            recomputation: .received, evidence: versions.reversed().map(\.origin.evidence))
    }
}

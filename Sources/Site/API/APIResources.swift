import Accounts
import Ledger
import Monitoring
import Records
import Registry
import Standards
import Storage

/// Everything that the API offers.
enum APIResources {
    static let all = [stations, sections, outlets, airDays, records, sources, sourceEvents, matters]

    static func named(_ name: String) -> APIResource? { all.first { $0.name == name } }

    private static let stations = objects(
        .station, "stations", "空气站", right: .viewMonitoring,
        fields: [
            APIField(name: "town", form: .text, title: "街镇"),
            APIField(name: "longitude", form: .decimal, isOptional: true, title: "经度"),
            APIField(name: "latitude", form: .decimal, isOptional: true, title: "纬度"),
            APIField(name: "managementLevel", form: .text, title: "管理级别：国控、市控、区控、街镇、微型站"),
            APIField(name: "isEvaluated", form: .flag, title: "是否参与评价"),
        ])

    private static let sections = objects(
        .section, "sections", "地表水断面", right: .viewMonitoring,
        fields: [
            APIField(name: "town", form: .text, title: "街镇"),
            APIField(name: "waterBody", form: .text, title: "水体"),
            APIField(name: "targetClass", form: .text, title: "水质目标，I 至 V"),
        ])

    private static let outlets = objects(
        .outlet, "outlets", "排放口", right: .viewMonitoring,
        fields: [
            APIField(name: "enterprise", form: .text, title: "排污单位"),
            APIField(name: "medium", form: .text, title: "介质：air 废气、water 废水"),
        ])

    /// A kind of registered object; fields that are not registered are empty or null.
    private static func objects(
        _ kind: ObjectKind, _ name: String, _ title: String, right: Permission, fields: [APIField]
    ) -> APIResource {
        @Sendable func row(_ object: RegisteredObject) -> APIRow {
            var values: [String: CanonicalValue] = ["name": .string(object.name), "record": .integer(object.sequence)]
            for field in fields {
                switch field.form {
                case .flag: values[field.name] = .bool(object.flag(field.name))
                case .decimal:
                    let text = object.text(field.name)
                    values[field.name] = text.isEmpty ? .null : .string(text)
                default: values[field.name] = .string(object.text(field.name))
                }
            }
            return APIRow(id: object.id, values: values)
        }
        return APIResource(
            name: name, title: title, right: right,
            parameters: [APIParameter(name: "town", form: .text(60), title: "街镇，全名")],
            fields: [
                APIField(name: "name", form: .text, title: "名称"),
                APIField(name: "record", form: .whole, title: "登记它的台账记录"),
            ] + fields
        ) { query, context in
            let town = query.text("town")
            let found = try RegistryStore.objects(kind, in: context.connection).filter {
                town == nil || $0.text("town") == town
            }
            return query.page(of: found.map(row).sorted { $0.id < $1.id })
        } item: { id, context in
            guard let object = try RegistryStore.object(id, in: context.connection), object.kind == kind else {
                return nil
            }
            return row(object)
        }
    }

    private static let airDays = APIResource(
        name: "air-days", title: "空气质量日报", right: .viewMonitoring,
        parameters: [
            APIParameter(name: "from", form: .date, title: "自这一天起，默认 30 天前"),
            APIParameter(name: "to", form: .date, title: "到这一天止，默认昨天"),
            APIParameter(name: "place", form: .text(60), title: "站点编号；默认 district，即全区"),
        ],
        fields: [
            APIField(name: "date", form: .date, title: "日期"),
            APIField(name: "place", form: .text, title: "站点编号；全区为 district"),
            APIField(name: "aqi", form: .whole, isOptional: true, title: "AQI；数据不足不发布时为 null"),
            APIField(name: "level", form: .whole, isOptional: true, title: "级别，1 至 6"),
            APIField(name: "rule", form: .text, title: "评价所用规则的编号"),
        ]
    ) { query, context in
        let to = query.date("to") ?? context.yesterday
        let from = query.date("from") ?? to.adding(days: -29)
        let place = AirPlace(id: query.text("place") ?? AirPlace.districtID)
        let days = try AirDayStore.indices(of: place, from: from, to: to, in: context.connection)
        return query.page(of: days.map(day).sorted { $0.id < $1.id })
    } item: { id, context in
        let parts = id.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let date = CivilDate(parts[0]) else { return nil }
        return try AirDayStore.indices(of: AirPlace(id: parts[1]), from: date, to: date, in: context.connection).first
            .map(day)
    }

    private static func day(_ index: AirDayIndex) -> APIRow {
        APIRow(
            id: "\(index.date)~\(index.place.id)",
            values: [
                "date": .string(index.date.description), "place": .string(index.place.id),
                "aqi": index.aqi.map { .integer(Int64($0)) } ?? .null,
                "level": index.level.map { .integer(Int64($0)) } ?? .null, "rule": .string(index.rule),
            ])
    }

    private static let records = APIResource(
        name: "records", title: "台账记录", right: .viewAudit,
        parameters: [
            APIParameter(name: "actor", form: .text(64), title: "操作人"),
            APIParameter(name: "action", form: .text(64), title: "操作，如 monitoring.hour.reviewed"),
            APIParameter(name: "subject", form: .text(200), title: "对象，前面一段即可"),
        ],
        fields: [
            APIField(name: "time", form: .time, title: "记入时间"),
            APIField(name: "actor", form: .text, title: "操作人"),
            APIField(name: "action", form: .text, title: "操作"),
            APIField(name: "word", form: .text, title: "操作的中文名称"),
            APIField(name: "subject", form: .text, title: "对象"),
        ],
        cursor: APIParameter(
            name: "after", form: .whole(1...Int(CanonicalValue.largestInteger)), title: APIParameter.after.title)
    ) { query, context in
        var search = RecordSearch()
        search.actor = query.text("actor") ?? ""
        search.action = query.text("action") ?? ""
        search.subject = query.text("subject") ?? ""
        if let before = query.after.flatMap({ Int64($0) }) { search.before = before }
        return try search.headers(limit: query.limit + 1, in: context.connection).map { record($0, in: context) }
    } item: { id, context in
        guard let sequence = Int64(id), sequence > 0, String(sequence) == id else { return nil }
        var search = RecordSearch()
        search.before = sequence == .max ? sequence : sequence + 1
        return try search.headers(limit: 1, in: context.connection).first { $0.sequence == sequence }
            .map { record($0, in: context) }
    }

    private static func record(_ header: RecordHeader, in context: PageContext) -> APIRow {
        APIRow(
            id: String(header.sequence),
            values: [
                "time": .string(Instant(milliseconds: header.timeMilliseconds).description),
                "actor": .string(header.actor), "action": .string(header.action),
                "word": .string(context.services.book.word(ofAction: header.action)),
                "subject": .string(header.subject),
            ])
    }
}

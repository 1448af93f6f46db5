import Accounts
import Ledger
import Records
import Registry
import Standards
import Storage

/// 一源一档 in the API: the sources, and what was said of them.
extension APIResources {
    private static let states: [(word: String, state: SourceFile.State)] = [
        ("active", .active), ("withdrawn", .withdrawn), ("merged", .merged),
    ]

    static let sources = APIResource(
        name: "sources", title: "一源一档", right: .viewRegistry,
        parameters: [
            APIParameter(name: "kind", form: .text(60), title: "种类代号，如 enterprise、outlet；不给则为全部种类"),
            APIParameter(name: "q", form: .text(100), title: "检索词：名称中相邻的两个字，或代码的开头"),
            APIParameter(name: "town", form: .text(60), title: "街镇的档案号、名称或区划代码"),
            APIParameter(name: "state", form: .choice(states.map(\.word)), title: "在册、已注销、已并入另一份；默认 active"),
            APIParameter(name: "contested", form: .choice(["true"]), title: "只列来源不一致的"),
        ],
        fields: [
            APIField(name: "kind", form: .text, title: "种类代号"),
            APIField(name: "name", form: .text, title: "名称"),
            APIField(name: "state", form: .text, title: "active 在册、withdrawn 已注销、merged 已并入另一份、undone 导入已撤销"),
            APIField(name: "mergedInto", form: .text, isOptional: true, title: "并入的那一份的编号"),
            APIField(name: "record", form: .whole, title: "最近的台账记录"),
            APIField(name: "contested", form: .whole, title: "来源不一致的字段数"),
            APIField(name: "values", form: .texts, title: "各字段的现行值；字段见种类文件，个人信息不提供"),
        ], limitsItself: true
    ) { query, context in
        let queries = try sourceQueries(query, in: context)
        let behind = try query.after.map { try context.visibleSource($0)?.number ?? .max } ?? 0
        let heads = try SourceStore.sources(
            queries, behind: behind, limit: query.limit + 1, in: context.connection)
        return try rows(heads, in: context)
    } item: { id, context in
        guard let head = try context.visibleSource(id) else { return nil }
        return try rows([head], in: context).first
    }

    /// What is asked for, kind by kind.
    private static func sourceQueries(_ query: APIQuery, in context: PageContext) throws -> [SourceQuery] {
        let wanted = query.text("kind")
        let kinds = try context.visibleKinds().filter { wanted == nil || wanted == $0.id }
        return try kinds.map { kind in
            var asked = try context.sourceQuery(kind.id)
            asked.text = query.text("q") ?? ""
            asked.state = states.first { $0.word == query.text("state") }?.state ?? .active
            asked.isContestedOnly = query.text("contested") != nil
            if let town = query.text("town") {
                asked.place = try SourceRange(
                    towns: [town], sources: [], context.sourceKinds(), in: context.connection)
            }
            return asked
        }
    }

    private static func rows(_ heads: [SourceHead], in context: PageContext) throws -> [APIRow] {
        let values = try SourceStore.values(of: heads.map(\.number), in: context.connection)
        let kinds = try context.sourceKinds()
        return heads.map { head in
            let personal = Set((kinds.kind(head.kind)?.fields ?? []).filter(\.isPersonal).map(\.name))
            let told = (values[head.number] ?? [:]).filter { !personal.contains($0.key) }
            return APIRow(
                id: head.id,
                values: [
                    "kind": .string(head.kind), "name": .string(head.name), "state": .string(head.state.rawValue),
                    "mergedInto": head.mergedInto.map(CanonicalValue.string) ?? .null,
                    "record": .integer(head.sequence), "contested": .integer(Int64(head.contestedCount)),
                    "values": .object(told.mapValues { .string($0.text) }),
                ])
        }
    }

    /// What may stand between the id of a source and the record of an event.
    private static let mark: Character = "~"

    static let sourceEvents = APIResource(
        name: "source-events", title: "档案历史", right: .viewRegistry,
        parameters: [APIParameter(name: "source", form: .text(200), title: "只列一份档案的，按其编号")],
        fields: [
            APIField(name: "source", form: .text, title: "档案的编号"),
            APIField(name: "record", form: .whole, title: "台账记录"),
            APIField(name: "time", form: .time, title: "记入时间"),
            APIField(
                name: "act", form: .text, title: "registered 登记、changed 修改、merged 并入了另一份、absorbed 被并入、withdrawn 注销"),
            APIField(name: "actor", form: .text, title: "操作人"),
            APIField(name: "origin", form: .text, title: "资料来源"),
            APIField(name: "basis", form: .text, title: "依据"),
            APIField(name: "batch", form: .text, isOptional: true, title: "导入批次"),
            APIField(name: "line", form: .whole, isOptional: true, title: "文件中的行"),
            APIField(name: "undoneBy", form: .whole, isOptional: true, title: "撤销它的台账记录；未撤销为 null"),
            APIField(name: "values", form: .texts, title: "所说的各字段的值；空文本为删去，个人信息为 null"),
        ], limitsItself: true
    ) { query, context in
        let after = query.after.flatMap(place)
        if query.after != nil, after == nil { return [] }
        let kinds = try context.visibleKinds().map(\.id)
        let events = try SourceStore.events(
            of: query.text("source"), ofKinds: kinds, within: context.sourceRange(), behind: after,
            limit: query.limit + 1, in: context.connection)
        return events.map(row)
    } item: { id, context in
        guard let (source, record) = place(id), let head = try context.visibleSource(source),
            let file = try SourceStore.file(head.id, in: context.connection),
            let event = file.events.first(where: { $0.sequence == record })
        else { return nil }
        return row((source, event))
    }

    private static func place(_ id: String) -> (source: String, record: Int64)? {
        guard let mark = id.lastIndex(of: mark) else { return nil }
        let number = id[id.index(after: mark)...]
        guard let record = Int64(number), record > 0, String(record) == number else { return nil }
        return (String(id[..<mark]), record)
    }

    private static func row(_ listed: (source: String, event: SourceEvent)) -> APIRow {
        let event = listed.event
        return APIRow(
            id: "\(listed.source)\(mark)\(event.sequence)",
            values: [
                "source": .string(listed.source), "record": .integer(event.sequence),
                "time": .string(Instant(milliseconds: event.timeMilliseconds).description),
                "act": .string(event.act.rawValue), "actor": .string(event.actor),
                "origin": .string(event.origin.name), "basis": .string(event.origin.basis),
                "batch": event.origin.batch.map(CanonicalValue.string) ?? .null,
                "line": event.origin.line.map { .integer(Int64($0)) } ?? .null,
                "undoneBy": event.undoneBy.map(CanonicalValue.integer) ?? .null,
                "values": .object(event.values.mapValues { $0.map(CanonicalValue.string) ?? .null }),
            ])
    }
}

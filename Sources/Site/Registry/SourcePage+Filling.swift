import Registry
import Standards

extension SourcePage {
    /// Sources that a relation names one by one.
    private static let greatestRelated = 20

    /// - Parameters:
    ///   - sequence: the record as of which it is shown; nil for the present.
    ///   - notice: what was just done; nil for nothing.
    /// - Throws: `SiteError` with `.unknownObject`.
    init(_ id: String, asOf sequence: Int64? = nil, notice: String? = nil, in context: PageContext) throws {
        let (file, kind) = try context.sourceFile(id, asOf: sequence)
        guard file.sequence > 0 || sequence == nil else {
            throw SiteError(.unknownObject, subject: "档案", detail: "台账第 \(sequence ?? 0) 条记录时的 \(id)")
        }
        let text = try Self.text(file, kind, in: context)
        let canChange =
            file.state == .active && !file.isObject && sequence == nil && context.services.visitor.may(kind.changing)
        // Also a monitored object has papers, although its fields are kept elsewhere.
        let canAttach =
            file.state == .active && sequence == nil && context.services.visitor.may(kind.changing)
            && context.services.visitor.range == nil
        let linked = Set(try text.names.keys.filter { try context.visibleSource($0) != nil })
        let held = kind.groups.map { group in
            Group(title: group.title, fields: group.fields.compactMap { Self.field($0, file, text, linking: linked) })
        }.filter { !$0.fields.isEmpty }
        let empty = kind.fields.filter { !file.has($0.name) }.map(\.title)
        self.init(
            frame: PageFrame(
                file.name, in: context, at: .sources,
                path: [Breadcrumb(label: kind.title, href: SiteURL.sources(kind.id).path)], notice: notice),
            name: file.name, kindTitle: kind.title, stateText: SourceText.state(file),
            isActive: file.state == .active, identity: try Self.identity(file, kind, in: context),
            past: sequence.map {
                Past(text: "这是台账第 \($0) 条记录时的档案", presentHref: SiteURL.source(id).path)
            },
            conflicts: file.contestedFields.map { Self.conflict($0, file, kind, text, canChange, in: context) },
            groups: held + Self.strangers(file, kind, text),
            emptyText: empty.isEmpty ? nil : empty.joined(separator: "、"),
            relations: try Self.relations(file, kind, in: context),
            attachments: try Self.attachments(file, canChange: canAttach, asOf: sequence, in: context),
            attaching: canAttach
                ? Attaching(
                    action: SiteURL.sourceAttachments(id).path, tokenValue: context.services.formToken.text,
                    allowedText: "\(AttachmentForm.allowedText)，至多 \(AttachmentForm.greatestBytes >> 20) MB") : nil,
            events: try SourceTimelines.events(of: file, kind, asOf: sequence, in: context),
            actions: canChange
                ? Actions(
                    editHref: SiteURL.editSource(id).path, endHref: SiteURL.sourceEnd(id).path,
                    tokenValue: context.services.formToken.text, follows: String(file.sequence)) : nil,
            separation: file.state == .merged && sequence == nil && context.services.visitor.may(kind.changing)
                ? Actions(
                    editHref: SiteURL.editSource(id).path, endHref: SiteURL.sourceEnd(id).path,
                    tokenValue: context.services.formToken.text, follows: String(file.sequence)) : nil,
            lockedReason: file.isObject ? "这是监测对象，名称、点位和评价属性在监测对象登记中维护，此处只读。" : nil)
    }

    private static func text(_ file: SourceFile, _ kind: SourceKind, in context: PageContext) throws -> SourceText {
        let references = kind.fields.filter { if case .reference = $0.type { true } else { false } }.map(\.name)
        let ids = references.flatMap { file.history(of: $0).compactMap(\.value) }
        let personal = file.fields.filter { $0.value.current.value == nil }
        return try SourceText(
            names: try SourceStore.names(of: ids.filter { !$0.isEmpty }, in: context.connection),
            personal: personal.map { ($0.value.current.sequence, $0.key) }, in: context)
    }

    private static func identity(
        _ file: SourceFile, _ kind: SourceKind, in context: PageContext
    ) throws -> [LabelledText] {
        var facts = [
            LabelledText(label: "种类", value: kind.title, href: SiteURL.sources(kind.id).path),
            LabelledText(label: "档案号", value: file.id, href: nil),
            LabelledText(
                label: "最近记录", value: "台账第 \(file.sequence) 条", href: SiteURL.record(file.sequence).path),
            LabelledText(label: "所依规则", value: kind.id, href: SiteURL.rule(kind.id).path),
        ]
        if let first = file.events.first {
            facts.insert(
                LabelledText(
                    label: "登记", value: SourceText.time(first.timeMilliseconds),
                    href: SiteURL.record(first.sequence).path),
                at: 2)
        }
        if file.state == .active, file.value("location") != nil {
            facts.append(
                LabelledText(label: "地图", value: "在地图上看", href: SiteURL.map(of: kind.id, at: file.id).path))
        }
        if let into = file.mergedInto {
            facts.append(try link("已并入", to: into, in: context))
        }
        for other in file.absorbed {
            facts.append(try link("并入本档", to: other, in: context))
        }
        return facts
    }

    /// Another file by its name; without a link for who may not see it.
    private static func link(_ label: String, to id: String, in context: PageContext) throws -> LabelledText {
        let name = try SourceStore.head(id, in: context.connection)?.name ?? id
        let isVisible = try context.visibleSource(id) != nil
        return LabelledText(label: label, value: name, href: isVisible ? SiteURL.source(id).path : nil)
    }

    private static func field(
        _ field: SourceField, _ file: SourceFile, _ text: SourceText, linking visible: Set<String>
    ) -> Field? {
        guard let state = file.fields[field.name], state.current.value != "" else { return nil }
        let claim = state.current
        var href: String?
        if case .reference = field.type, let id = claim.value, visible.contains(id) { href = SiteURL.source(id).path }
        return Field(
            label: field.title, value: text.value(claim, field), href: href,
            originText: "\(claim.origin.name) \(Instant(milliseconds: claim.timeMilliseconds).beijingDate)",
            recordHref: SiteURL.record(claim.sequence).path, historyHref: SiteURL.sourceField(file.id, field.name).path,
            isContested: !state.contested.isEmpty, doubt: claim.value.flatMap { SourceText.doubt($0, field) })
    }

    /// Fields that the kind does not have any more, or that only the older registry has.
    private static func strangers(_ file: SourceFile, _ kind: SourceKind, _ text: SourceText) -> [Group] {
        let known = Set(kind.fields.map(\.name))
        let names = file.fields.keys.filter { !known.contains($0) && file.has($0) }.sorted()
        let fields = names.compactMap { name -> Field? in
            guard let claim = file.fields[name]?.current else { return nil }
            return Field(
                label: SourceText.title(of: name, kind), value: text.value(claim, nil), href: nil,
                originText: "\(claim.origin.name) \(Instant(milliseconds: claim.timeMilliseconds).beijingDate)",
                recordHref: SiteURL.record(claim.sequence).path, historyHref: SiteURL.sourceField(file.id, name).path,
                isContested: false, doubt: nil)
        }
        return fields.isEmpty ? [] : [Group(title: "其他字段（种类文件没有定义）", fields: fields)]
    }

    private static func conflict(
        _ name: String, _ file: SourceFile, _ kind: SourceKind, _ text: SourceText, _ canChange: Bool,
        in context: PageContext
    ) -> Conflict {
        let field = kind.field(name)
        let state = file.fields[name]
        let claims = [state?.current].compactMap(\.self) + (state?.contested ?? [])
        return Conflict(
            label: kind.title(of: name),
            claims: claims.enumerated().map { place, claim in
                let value = text.value(claim, field)
                return Claim(
                    value: value, originText: SourceText.origin(claim.origin),
                    timeText: SourceText.time(claim.timeMilliseconds), recordHref: SiteURL.record(claim.sequence).path,
                    holds: place == 0,
                    decision: canChange
                        ? Decision(
                            action: SiteURL.sourceDecision(file.id).path, tokenValue: context.services.formToken.text,
                            follows: String(file.sequence), field: name, claim: String(claim.sequence),
                            label: "\(kind.title(of: name))采用 \(value)") : nil)
            })
    }

    private static func relations(
        _ file: SourceFile, _ kind: SourceKind, in context: PageContext
    ) throws -> [Relation] {
        try kind.relations.compactMap { relation in
            guard let other = try context.sourceKinds().kind(relation.kind), context.services.visitor.may(other.viewing)
            else { return nil }
            let found = try SourceStore.sources(
                of: relation.kind, pointingBy: relation.field, to: [file.id] + file.absorbed,
                within: context.sourceRange(), limit: greatestRelated + 1, in: context.connection)
            if found.isEmpty { return nil }
            return Relation(
                title: relation.title,
                links: found.prefix(greatestRelated).map { TextLink(label: $0.name, href: SiteURL.source($0.id).path) },
                moreText: found.count > greatestRelated ? "只列出前 \(greatestRelated) 个" : nil)
        }
    }
}

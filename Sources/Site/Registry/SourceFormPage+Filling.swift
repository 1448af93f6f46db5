import Registry

extension SourceFormPage {
    /// Names offered while typing a reference.
    private static let greatestOfferCount = 500

    /// The form of a new source.
    init(new kind: SourceKind, _ attempt: SourceAttempt, in context: PageContext) throws {
        try self.init(
            kind, attempt, heading: "登记\(kind.title)", action: SiteURL.newSource(kind.id), submit: "登记",
            cancel: SiteURL.sources(kind.id), ending: nil, path: [], in: context)
    }

    /// The form that changes a source.
    ///
    /// - Parameter attempt: a refused form; nil at first.
    /// - Throws: `SiteError` with `.unknownObject`, also for a file that cannot be changed.
    init(changing id: String, _ attempt: SourceAttempt?, in context: PageContext) throws {
        let (file, kind) = try context.sourceFile(id)
        guard file.state == .active, !file.isObject else {
            throw SiteError(.unknownObject, subject: "可修改的档案", detail: id)
        }
        let references = kind.fields.filter { if case .reference = $0.type { true } else { false } }.map(\.name)
        let names = try SourceStore.names(of: references.compactMap { file.value($0) }, in: context.connection)
        let personal = try SourcePersonal.texts(of: file, in: context.connection)
        try self.init(
            kind, attempt ?? SourceAttempt(file, kind, names: names, personal: personal),
            heading: "修改\(kind.title)：\(file.name)",
            action: SiteURL.editSource(id), submit: "保存修改", cancel: SiteURL.source(id),
            ending: Ending(
                action: SiteURL.sourceEnd(id).path, tokenValue: context.services.formToken.text,
                follows: String(file.sequence)),
            path: [Breadcrumb(label: file.name, href: SiteURL.source(id).path)], in: context)
    }

    private init(
        _ kind: SourceKind, _ attempt: SourceAttempt, heading: String, action: SiteURL, submit: String, cancel: SiteURL,
        ending: Ending?, path: [Breadcrumb], in context: PageContext
    ) throws {
        self.init(
            frame: PageFrame(
                heading, in: context, at: .sources,
                path: [Breadcrumb(label: kind.title, href: SiteURL.sources(kind.id).path)] + path),
            heading: heading, action: action.path, tokenValue: context.services.formToken.text,
            follows: attempt.follows.map(String.init) ?? "", basis: attempt.basis,
            groups: try kind.groups.map { group in
                Group(
                    title: group.title,
                    fields: try group.fields.map { try Self.field($0, attempt, in: context) })
            }.filter { !$0.fields.isEmpty }, submitText: submit, cancelHref: cancel.path, error: attempt.error,
            ending: ending)
    }

    private static func field(
        _ field: SourceField, _ attempt: SourceAttempt, in context: PageContext
    ) throws -> Field {
        let value = attempt.texts[field.name] ?? ""
        let isLong =
            switch field.type {
            case .list: true
            case .text(let longest): longest > 200
            default: false
            }
        var options: [Option] = []
        if !field.choices.isEmpty {
            // A value that stands there stays to be seen, also one that is no choice any more.
            let stray = value.isEmpty || field.choices.contains(value) ? [] : [value]
            options = ([""] + field.choices + stray).map {
                Option(value: $0, label: $0.isEmpty ? "（未填）" : $0, isSelected: $0 == value)
            }
        }
        var point: Point?
        if case .point = field.type { point = Self.point(field, attempt) }
        return Field(
            name: SourceFilter.prefix + field.name, label: field.heading, hint: hint(of: field), value: value,
            isRequired: field.isRequired, maximumLength: maximumLength(of: field),
            isLine: options.isEmpty && point == nil && !isLong, isLong: isLong, isChoice: !options.isEmpty,
            isPoint: point != nil, options: options,
            offers: try offers(of: field, in: context), point: point, error: attempt.faults[field.name])
    }

    private static func hint(of field: SourceField) -> String {
        let type: String? =
            switch field.type {
            case .text, .choice, .flag, .point: nil
            default: field.type.hint
            }
        return [type, field.note].compactMap(\.self).joined(separator: "；")
    }

    private static func maximumLength(of field: SourceField) -> String {
        switch field.type {
        case .text(let longest): String(longest)
        case .list: "2000"
        default: "100"
        }
    }

    private static func point(_ field: SourceField, _ attempt: SourceAttempt) -> Point {
        let datum = attempt.texts[field.name + ".datum"] ?? SourcePoint.Datum.wgs84.rawValue
        return Point(
            longitude: attempt.texts[field.name + ".longitude"] ?? "",
            latitude: attempt.texts[field.name + ".latitude"] ?? "",
            datums: SourcePoint.Datum.allCases.map {
                Option(value: $0.rawValue, label: $0.rawValue, isSelected: $0.rawValue == datum)
            })
    }

    private static func offers(of field: SourceField, in context: PageContext) throws -> Offers? {
        guard case .reference(let kind) = field.type else { return nil }
        let heads = try SourceStore.sources(
            context.sourceQuery(kind), limit: greatestOfferCount, offset: 0, in: context.connection)
        return heads.isEmpty ? nil : Offers(id: "offers-\(field.name)", names: heads.map(\.name))
    }
}

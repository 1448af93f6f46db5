import Registry

extension SourcesPage {
    /// As many as fit the lists of the bureau's other systems.
    private static let pageLength = 20
    /// Values offered to choose from.
    private static let greatestOptionCount = 60

    init(_ filter: SourceFilter, in context: PageContext) throws {
        let kind = filter.kind
        let query = try filter.sourceQuery(in: context)
        let count = try SourceStore.count(query, in: context.connection)
        let numbers = PageNumbers(filter.page, of: count, length: Self.pageLength) { page in
            SiteURL.sources(filter.with { $0.page = page }).path
        }
        let heads = try SourceStore.sources(
            query, limit: Self.pageLength, offset: numbers.range.lowerBound, in: context.connection)
        let columns = kind.listColumns.filter { $0 != SourceKind.nameField }.compactMap { kind.field($0) }
        let listed = try SourceListing(heads, columns, in: context)
        let canChange = context.services.visitor.may(kind.changing)
        let filterText = filter.words(try filter.names(in: context))
        self.init(
            frame: PageFrame(kind.title, in: context, at: .sources), kindTitle: kind.title,
            filterText: "\(filterText)；共 \(count) \(kind.measure)",
            states: SourceFilter.Show.allCases.map { show in
                Choice(
                    label: show.label, href: SiteURL.sources(filter.with { $0.show = show }).path,
                    isCurrent: show == filter.show)
            },
            form: try Self.form(filter, in: context),
            columns: [Column(label: kind.title(of: SourceKind.nameField), isNumber: false)]
                + columns.map { Column(label: $0.heading, isNumber: $0.isNumber) },
            rows: heads.enumerated().map { place, head in
                Row(
                    number: String(numbers.range.lowerBound + place + 1), name: head.name,
                    href: SiteURL.source(head.id).path,
                    contestedText: head.contestedCount > 0 ? "\(head.contestedCount) 项冲突" : nil,
                    isObject: head.isObject, cells: columns.map { listed.cell($0, of: head) })
            },
            pager: numbers.pager, mapHref: SiteURL.map(of: kind.id).path, xlsxHref: SiteURL.sourcesXLSX(filter).path,
            csvHref: SiteURL.sourcesCSV(filter).path,
            newHref: canChange ? SiteURL.newSource(kind.id).path : nil,
            importHref: canChange ? SiteURL.sourceImport(kind.id).path : nil,
            emptyReason: filter.query.allSatisfy { $0.1 == nil }
                ? "还没有登记\(kind.title)。可以逐个登记，或下载模板填好后导入。" : "没有符合条件的\(kind.title)（\(filterText)）。")
    }

    private static func form(_ filter: SourceFilter, in context: PageContext) throws -> Form {
        let kind = filter.kind
        return Form(
            action: SiteURL.sources(kind.id).path, show: filter.show == .active ? "" : filter.show.rawValue,
            box: filter.box ?? "", text: filter.text,
            textHint: kind.search.prefix(3).map { kind.title(of: $0) }.joined(separator: "、"),
            selects: try kind.filters.compactMap { name in
                guard let field = kind.field(name) else { return nil }
                let chosen = filter.values[name]
                let options = try options(of: field, kind.id, chosen, in: context)
                if options.isEmpty { return nil }
                return Form.Select(
                    name: SourceFilter.prefix + name, label: field.title,
                    options: [Form.Option(value: "", label: "全部", isSelected: chosen == nil)]
                        + options.map { Form.Option(value: $0.value, label: $0.label, isSelected: $0.value == chosen) })
            }, clearHref: SiteURL.sources(kind.id).path)
    }

    /// What a field can be narrowed to: its words, the sources it points to, or the values it has.
    private static func options(
        of field: SourceField, _ owner: String, _ chosen: String?, in context: PageContext
    ) throws -> [(value: String, label: String)] {
        if !field.choices.isEmpty { return field.choices.map { ($0, $0) } }
        var options: [(value: String, label: String)]
        if case .reference(let kind) = field.type {
            options = try SourceStore.sources(
                context.sourceQuery(kind), limit: greatestOptionCount, offset: 0, in: context.connection
            ).map { ($0.id, $0.name) }
        } else if context.services.visitor.range == nil {
            options = try SourceStore.distinctValues(
                of: field.name, in: owner, limit: greatestOptionCount, context.connection
            ).map { ($0, $0) }
        } else {
            // The values of sources that lie elsewhere are nobody's business here.
            return chosen.map { [($0, $0)] } ?? []
        }
        // What the list is narrowed by stays to be seen.
        if let chosen, !options.contains(where: { $0.value == chosen }) {
            options.append((chosen, try context.visibleSource(chosen)?.name ?? chosen))
        }
        return options
    }
}

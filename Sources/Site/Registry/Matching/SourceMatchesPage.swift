import Registry

/// Rows of lists beside the sources that they may mean: a person says whether they are the same.
package struct SourceMatchesPage: Sendable {
    package let frame: PageFrame
    package let heading: String
    package let countText: String
    package let rows: [Row]
    package let decided: [Decided]
    /// Why the last decision was refused; nil at first.
    package let error: String?
    package let emptyReason: String

    /// One row of a list.
    package struct Row: Sendable {
        package let name: String
        /// The list, its file and line.
        package let originText: String
        package let recordHref: String
        package let columns: [Column]
        package let fields: [Field]
        package let action: String
        package let tokenValue: String
    }

    /// A source that the row may mean.
    package struct Column: Sendable {
        package let name: String
        package let href: String
        /// E.g. 名称相似 86%，地址相似 72%.
        package let likenessText: String
        /// The value of the button that says so.
        package let decision: String
    }

    /// A field of the row beside those of the sources.
    package struct Field: Sendable {
        package let label: String
        package let value: String
        package let cells: [Cell]
    }

    package struct Cell: Sendable {
        package let value: String
        /// Whether both have one, and they differ.
        package let differs: Bool
    }

    /// A row that was decided.
    package struct Decided: Sendable {
        package let name: String
        package let verdictText: String
        package let sourceName: String?
        package let sourceHref: String?
        package let recordHref: String
        package let action: String
        package let tokenValue: String
    }
}

extension SourceMatchesPage {
    /// As many as a person looks through at once.
    private static let greatestCount = 20
    /// The last decisions, which can be taken back.
    private static let greatestDecided = 50

    init(_ id: String, error: String? = nil, recorded: Int64? = nil, in context: PageContext) throws {
        let kind = try context.sourceKind(id)
        let connection = context.connection
        let count = try SourceMatchStore.waiting(of: id, in: connection)
        let waiting = try SourceMatchStore.matches(of: id, decided: false, limit: Self.greatestCount, in: connection)
        let decided = try SourceMatchStore.matches(of: id, decided: true, limit: Self.greatestDecided, in: connection)
        self.init(
            frame: PageFrame(
                "名单比对", in: context, at: .sources,
                path: [
                    Breadcrumb(label: kind.title, href: SiteURL.sources(id).path),
                    Breadcrumb(label: "导入\(kind.title)", href: SiteURL.sourceImport(id).path),
                ], notice: recorded.map { "已记入台账第 \($0) 条。" }),
            heading: "\(kind.title)名单比对",
            countText: count > waiting.count ? "待判定 \(count) 行，先列 \(waiting.count) 行" : "待判定 \(count) 行",
            rows: try waiting.compactMap { try Self.row($0, kind, in: context) },
            decided: try decided.map { try Self.decided($0, in: context) }, error: error,
            emptyReason: "没有待判定的行。导入名单时勾选“相似的先比对”，与现有档案相似而代码对不上的行会列在这里。")
    }

    private static func row(
        _ match: SourceMatch, _ kind: SourceKind, in context: PageContext
    ) throws -> Row? {
        guard let (draft, origin) = try SourceMatchStore.draft(of: match, in: context.connection) else { return nil }
        let candidates = try match.candidates.compactMap { candidate in
            try SourceStore.file(candidate.id, in: context.connection).map { (candidate, $0) }
        }.filter { $0.1.state == .active }
        let references = kind.fields.filter { if case .reference = $0.type { true } else { false } }.map(\.name)
        let ids = references.flatMap { name in [draft.values[name]] + candidates.map { $0.1.value(name) } }
        let text = SourceText(names: try SourceStore.names(of: ids.compactMap(\.self), in: context.connection))
        let fields = kind.fields.filter { field in
            !field.isPersonal && (draft.values[field.name] != nil || field.name == SourceKind.nameField)
        }
        return Row(
            name: match.name, originText: SourceText.origin(origin), recordHref: SiteURL.record(match.sequence).path,
            columns: candidates.map { candidate, file in
                let address = candidate.address > 0 ? "，地址相似 \(candidate.address)%" : ""
                return Column(
                    name: file.name, href: SiteURL.source(file.id).path,
                    likenessText: "名称相似 \(candidate.name)%\(address)", decision: "same \(file.id)")
            },
            fields: fields.map { field in
                let mine = draft.values[field.name] ?? ""
                return Field(
                    label: field.heading, value: mine.isEmpty ? "—" : text.value(mine, field),
                    cells: candidates.map { _, file in
                        let other = file.value(field.name) ?? ""
                        return Cell(
                            value: other.isEmpty ? "—" : text.value(other, field),
                            differs: !mine.isEmpty && !other.isEmpty && mine != other)
                    })
            }, action: SiteURL.sourceMatch(kind.id, match.id).path, tokenValue: context.services.formToken.text)
    }

    private static func decided(_ match: SourceMatch, in context: PageContext) throws -> Decided {
        let words =
            switch match.verdict {
            case .same: "同一家，已并入"
            case .other: "另一家，已建档"
            case .dropped, nil: "不登记"
            }
        return Decided(
            name: match.name, verdictText: words,
            sourceName: try match.source.flatMap { try SourceStore.head($0, in: context.connection)?.name },
            sourceHref: match.source.map { SiteURL.source($0).path },
            recordHref: SiteURL.record(match.decidedBy ?? match.sequence).path,
            action: SiteURL.sourceMatch(match.kind, match.id).path, tokenValue: context.services.formToken.text)
    }
}

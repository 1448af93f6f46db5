import Registry
import Storage

/// What of a kind is listed: words, values of fields, state, page.
struct SourceFilter: Sendable {
    /// What stands before the name of a field in addresses and forms.
    static let prefix = "f."

    /// What is listed by its standing.
    enum Show: String, CaseIterable {
        case active, contested, withdrawn

        var label: String {
            switch self {
            case .active: "在册"
            case .contested: "有冲突"
            case .withdrawn: "已注销"
            }
        }
    }

    let kind: SourceKind
    var text: String
    var values: [String: String]
    var show: Show
    /// The rectangle of the map, as it stands in addresses.
    var box: String?
    var page: Int

    init(_ kind: SourceKind, _ query: RequestQuery) {
        self.kind = kind
        text = String((query.text("q") ?? "").prefix(100))
        values = [:]
        for field in kind.filters {
            if let value = query.text(Self.prefix + field) { values[field] = value }
        }
        show = query.text("show").flatMap(Show.init(rawValue:)) ?? .active
        box = query.text("box").flatMap { SourceBox($0) == nil ? nil : $0 }
        page = query.number("page", otherwise: 1)
    }

    func with(_ change: (inout SourceFilter) -> Void) -> SourceFilter {
        var changed = self
        changed.page = 1
        change(&changed)
        return changed
    }

    /// For addresses.
    var query: [(String, String?)] {
        [("q", text.isEmpty ? nil : text)] + kind.filters.map { (Self.prefix + $0, values[$0]) }
            + [("box", box), ("show", show == .active ? nil : show.rawValue), ("page", page > 1 ? String(page) : nil)]
    }

    /// For the store, within what the visitor may see.
    func sourceQuery(in context: PageContext) throws -> SourceQuery {
        var query = try context.sourceQuery(kind.id)
        query.text = text
        query.values = values
        query.state = show == .withdrawn ? .withdrawn : .active
        query.isContestedOnly = show == .contested
        query.box = box.flatMap { SourceBox($0) }
        return query
    }

    /// What is listed, in words.
    ///
    /// - Parameter names: of sources that values point to, by id.
    func words(_ names: [String: String]) -> String {
        var words: [String] = show == .active ? [] : [show.label]
        if !text.isEmpty { words.append("含“\(text)”") }
        if let box { words.append("位于地图所选范围内（\(box)）") }
        for field in kind.filters {
            if let value = values[field] { words.append("\(kind.title(of: field))为\(names[value] ?? value)") }
        }
        return words.isEmpty ? "全部在册" : words.joined(separator: "，")
    }

    /// The names of the sources that its values point to, of those that the visitor may see: an address can name any.
    func names(in context: PageContext) throws -> [String: String] {
        let ids = values.filter { field, _ in
            if case .reference? = kind.field(field)?.type { true } else { false }
        }.values
        let visible = try ids.filter { try context.visibleSource($0) != nil }
        return try SourceStore.names(of: visible, in: context.connection)
    }
}

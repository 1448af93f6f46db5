import Registry

/// The values of the lines of a list, with the names of what they point to.
struct SourceListing {
    private let values: [Int64: [String: SourceStore.ListedValue]]
    private let names: [String: String]

    init(_ heads: [SourceHead], _ columns: [SourceField], in context: PageContext) throws {
        values = try SourceStore.values(
            of: heads.map(\.number), fields: columns.map(\.name), in: context.connection)
        let references = Set(
            columns.filter { if case .reference = $0.type { true } else { false } }.map(\.name))
        let ids = values.values.flatMap { row in row.filter { references.contains($0.key) }.map(\.value.text) }
        names = try SourceStore.names(of: ids, in: context.connection)
    }

    func cell(_ field: SourceField, of head: SourceHead) -> SourcesPage.Cell {
        let value = values[head.number]?[field.name]
        let text = value.map { names[$0.text] ?? $0.text } ?? ""
        return SourcesPage.Cell(
            text: text.isEmpty ? "—" : text, isNumber: field.isNumber, isContested: value?.isContested ?? false,
            isDoubtful: !text.isEmpty && SourceText.doubt(text, field) != nil)
    }
}

import Documents

/// Which column of a file holds which field.
struct SourceColumns {
    /// What of a field a column holds.
    enum Part: Hashable { case whole, longitude, latitude, datum }

    struct Column {
        let index: Int
        /// As the file has it.
        let title: String
        let field: SourceField
        let part: Part
    }

    /// Where the head is looked for: exports have a title and their filter above it.
    private static let greatestHeadRow = 10

    /// The row of the table in which the head stands.
    let headRow: Int
    let columns: [Column]
    /// Titles of columns that no field of the kind has.
    let unread: [String]

    /// - Throws: `SourceImportError`.
    init(_ table: SourceTable, _ kind: SourceKind) throws(SourceImportError) {
        let nameTitle = kind.title(of: SourceKind.nameField)
        for (place, row) in table.rows.prefix(Self.greatestHeadRow).enumerated() {
            let titles = row.cells.map { Self.bare($0.text) }
            let found = Self.find(titles, kind)
            guard found.contains(where: { $0.field.name == SourceKind.nameField }) else { continue }
            let keys = found.map { "\($0.field.name) \($0.part)" }
            if let twice = keys.indices.first(where: { keys[..<$0].contains(keys[$0]) }) {
                throw SourceImportError(.doubledColumn, detail: found[twice].title)
            }
            headRow = place
            columns = found
            let read = Set(found.map(\.index))
            unread = titles.enumerated().filter { !read.contains($0.offset) && !$0.element.isEmpty }.map(\.element)
            return
        }
        throw SourceImportError(table.rows.isEmpty ? .empty : .noHead, detail: nameTitle)
    }

    /// Every field takes the first of its names that the head has.
    private static func find(_ titles: [String], _ kind: SourceKind) -> [Column] {
        var columns: [Column] = []
        func add(_ field: SourceField, _ names: [String], _ part: Part) {
            for name in names {
                let places = titles.indices.filter { titles[$0].lowercased() == name.lowercased() }
                if places.isEmpty { continue }
                columns += places.map { Column(index: $0, title: titles[$0], field: field, part: part) }
                return
            }
        }
        for field in kind.fields {
            if case .point = field.type {
                let pairs = stride(from: 0, to: field.aliases.count - 1, by: 2).map { field.aliases[$0...($0 + 1)] }
                add(field, [SourceField.pointColumns[0]] + pairs.compactMap(\.first), .longitude)
                add(field, [SourceField.pointColumns[1]] + pairs.compactMap(\.last), .latitude)
                add(field, [SourceField.pointColumns[2], "坐标基准"], .datum)
            } else {
                add(field, [field.title, field.heading] + field.aliases, .whole)
            }
        }
        return columns.sorted { $0.index < $1.index }
    }

    /// A title without blanks and the star of required columns.
    private static func bare(_ title: String) -> String {
        var bare = HalfWidth.trimmed(title)
        while let last = bare.last, "*＊".contains(last) { bare = HalfWidth.trimmed(String(bare.dropLast())) }
        return bare
    }
}

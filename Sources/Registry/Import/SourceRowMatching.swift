import Storage

/// Finds the file that every row of a list means, and what the row would change in it.
struct SourceRowMatching {
    private let kind: SourceKind
    private let origin: String
    private let connection: ReadConnection
    /// The lines that have taken a file, by its number.
    private var claimed: [Int64: Int] = [:]
    /// New rows by field and value they are recognised by.
    private var newcomers: [String: (line: Int, name: String)] = [:]

    /// What is like what; nil where nobody is asked.
    private let likeness: LikenessIndex?

    init(
        _ kind: SourceKind, origin: String, asksPeople: Bool = false, in connection: ReadConnection
    ) throws {
        self.kind = kind
        likeness = try asksPeople ? kind.matching.map { try LikenessIndex(kind, $0, in: connection) } : nil
        self.origin = origin
        self.connection = connection
    }

    mutating func settle(_ rows: inout [SourcePlannedRow]) throws {
        var open: [(place: Int, field: String, files: [SourceMatching.Candidate])] = []
        let matching = SourceMatching(kind)
        // A row that agrees in its name too takes its file first, so that one with the same code and another name does not.
        for place in rows.indices where rows[place].faults.isEmpty {
            guard let (field, files) = try matching.candidates(for: rows[place].draft.values, in: connection) else {
                if try !settleLike(&rows[place]) { settleNewcomer(&rows[place], besides: nil) }
                continue
            }
            let named = files.filter { $0.identity[SourceKind.nameField] == rows[place].name }
            if named.count == 1 {
                try take(named[0], &rows[place])
            } else {
                open.append((place, field, files))
            }
        }
        for (place, field, files) in open {
            let free = files.filter { claimed[$0.number] == nil }
            switch free.count {
            case 1: try take(free[0], &rows[place])
            case 0: settleNewcomer(&rows[place], besides: (field, files[0]))
            default:
                rows[place].refuse(
                    kind.title(of: field), rows[place].draft.values[field] ?? "",
                    "“\(kind.title(of: field))”对应 \(free.count) 份档案，名称也分不清。请先并档，或补充更可靠的代码")
            }
        }
    }

    /// A row that is like some files; false where there is none.
    private mutating func settleLike(_ row: inout SourcePlannedRow) throws -> Bool {
        guard let likeness else { return false }
        let earlier = try SourceMatchStore.earlier(of: kind.id, from: origin, called: row.name, in: connection).first
        if let earlier {
            guard let source = earlier.source, let head = try SourceStore.head(source, in: connection),
                head.state == .active
            else {
                row.outcome = .settled
                return true
            }
            try take(SourceMatching.Candidate(number: head.number, id: head.id, identity: [:]), &row)
            return true
        }
        let candidates = likeness.candidates(for: row.draft.values)
        if candidates.isEmpty { return false }
        row.outcome = .asks(candidates)
        return true
    }

    /// A row of which no file is there.
    private mutating func settleNewcomer(
        _ row: inout SourcePlannedRow, besides taken: (field: String, file: SourceMatching.Candidate)?
    ) {
        for field in kind.fields
        where field.isRequired && (row.draft.values[field.name] ?? row.draft.personal[field.name]) == nil {
            row.refuse(field.title, "", "“\(field.title)”必填，现为空")
        }
        if let taken {
            let name = taken.file.identity[SourceKind.nameField] ?? ""
            row.doubt(
                kind.title(of: taken.field), row.draft.values[taken.field] ?? "",
                "“\(kind.title(of: taken.field))”与“\(name)”相同而名称不同，另建一档，请核对后并档")
        }
        guard let field = kind.identity.first(where: { row.draft.values[$0] != nil }) else { return }
        let value = row.draft.values[field] ?? ""
        let key = field + "\u{1F}" + value
        if let earlier = newcomers[key] {
            if earlier.name == row.name {
                return row.refuse(kind.title(of: field), value, "与第 \(earlier.line) 行重复（\(kind.title(of: field))相同）")
            }
            row.doubt(
                kind.title(of: field), value,
                "“\(kind.title(of: field))”与第 \(earlier.line) 行“\(earlier.name)”相同而名称不同，各建一档，请核对后并档")
        } else {
            newcomers[key] = (row.line, row.name)
        }
        guard row.faults.isEmpty else { return }
        row.outcome = .registers
        row.changes = kind.fields.compactMap { field in
            (row.draft.values[field.name] ?? row.draft.personal[field.name].map(SourcePersonal.masked)).map {
                SourcePlannedRow.Change(field: field.name, title: field.title, old: "", new: $0, isContested: false)
            }
        }
    }

    /// What is new of the facts about people; what is known already says nothing.
    private func takePersonal(_ row: inout SourcePlannedRow, _ file: SourceFile) throws {
        let known = try SourcePersonal.texts(of: file, in: connection)
        row.draft.personal = row.draft.personal.filter { known[$0.key] != $0.value }
        for field in kind.fields {
            guard let value = row.draft.personal[field.name] else { continue }
            row.changes.append(
                SourcePlannedRow.Change(
                    field: field.name, title: field.title, old: known[field.name].map(SourcePersonal.masked) ?? "",
                    new: SourcePersonal.masked(value), isContested: false))
        }
    }

    private mutating func take(_ candidate: SourceMatching.Candidate, _ row: inout SourcePlannedRow) throws {
        if let line = claimed[candidate.number] {
            return row.refuse("", row.name, "与第 \(line) 行是同一份档案")
        }
        claimed[candidate.number] = row.line
        guard let file = try SourceStore.file(number: candidate.number, in: connection) else { return }
        guard !file.isObject else {
            return row.refuse("", row.name, "“\(file.name)”在监测对象登记中维护，请到那里修改")
        }
        let said = SourceMatching.news(row.draft.values, in: file, from: origin)
        for field in kind.fields {
            guard let value = said[field.name] else { continue }
            let effect = file.effect(of: value, on: field.name, from: origin, decides: false)
            row.changes.append(
                SourcePlannedRow.Change(
                    field: field.name, title: field.title, old: file.value(field.name) ?? "", new: value,
                    isContested: effect == .contradicts))
        }
        row.draft.values = said
        try takePersonal(&row, file)
        let isSame = row.draft.isEmpty
        row.outcome = isSame ? .same(id: file.id) : .changes(id: file.id, follows: file.sequence)
    }
}

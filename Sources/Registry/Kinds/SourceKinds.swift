package import Catalog
package import Standards

/// The kinds of a day: rules of the catalog, one file a kind, the bureau's own among them.
package struct SourceKinds: Sendable {
    /// Where their files lie.
    package static let folder = "registry"

    /// In the order in which lists of kinds show them.
    package let all: [SourceKind]

    /// The kinds in force on a day.
    ///
    /// - Throws: `CatalogError` with the faults of all files.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        try self.init(catalog.files(under: Self.folder, on: date))
    }

    private init(_ files: [RuleFile]) throws(CatalogError) {
        var kinds: [(place: Int, kind: SourceKind)] = []
        var faults: [CatalogFault] = []
        for file in files {
            let reader = RuleReader(file)
            let read = SourceKind.read(file, with: reader)
            faults += reader.faults
            if reader.faults.isEmpty { kinds.append(read) }
        }
        let ids = Set(files.map(\.header.id))
        for (file, kind) in zip(files, kinds.map(\.kind)) where faults.isEmpty {
            faults += Self.strangers(in: kind, of: file, known: ids, kinds.map(\.kind))
        }
        guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults.sorted()) }
        all = kinds.sorted { ($0.place, $0.kind.id) < ($1.place, $1.kind.id) }.map(\.kind)
    }

    /// Every fault of every version of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        do throws(CatalogError) {
            _ = try SourceKinds(catalog.files(under: folder))
            return []
        } catch {
            return error.faults
        }
    }

    /// A kind by its id.
    package func kind(_ id: String) -> SourceKind? { all.first { $0.id == id } }

    /// References and relations to kinds or fields that no file has.
    private static func strangers(
        in kind: SourceKind, of file: RuleFile, known ids: Set<String>, _ kinds: [SourceKind]
    ) -> [CatalogFault] {
        var faults: [CatalogFault] = []
        func add(_ message: String) {
            faults.append(CatalogFault(file: file.path, line: 1, .other(message: message, mend: "改正种类或字段的代号")))
        }
        for field in kind.fields {
            if case .reference(let other) = field.type, !ids.contains(other) {
                add("字段“\(field.title)”指向没有的种类“\(other)”")
            }
        }
        for relation in kind.relations {
            guard let other = kinds.first(where: { $0.id == relation.kind }) else {
                add("关系“\(relation.title)”指向没有的种类“\(relation.kind)”")
                continue
            }
            if case .reference(kind.id)? = other.field(relation.field)?.type { continue }
            add("关系“\(relation.title)”：\(other.title)没有指向\(kind.title)的字段“\(relation.field)”")
        }
        return faults
    }
}

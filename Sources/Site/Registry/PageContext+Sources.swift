import Accounts
import Catalog
import Records
import Registry

extension PageContext {
    /// The kinds in force today.
    func sourceKinds() throws -> SourceKinds {
        if let kinds { return kinds }
        let made = try SourceKinds(catalog, on: today)
        kinds = made
        return made
    }

    /// The kinds of which the visitor may see sources.
    func visibleKinds() throws -> [SourceKind] { try sourceKinds().all.filter { services.visitor.may($0.viewing) } }

    /// A kind by its id.
    ///
    /// - Throws: `SiteError` with `.unknownObject`, `.notPermitted` where the visitor may not see sources of it.
    func sourceKind(_ id: String) throws -> SourceKind {
        // One file is read where one is asked for: a list needs no other.
        let kind: SourceKind
        do {
            kind = try kinds?.kind(id) ?? SourceKind.inForce(id, in: catalog, on: today)
        } catch let error as CatalogError where [.unknownRule, .nothingInForce].contains(error.code) {
            throw SiteError(.unknownObject, subject: "种类", detail: id)
        }
        guard services.visitor.may(kind.viewing) else {
            throw SiteError(.notPermitted, detail: kind.viewing.rawValue)
        }
        return kind
    }

    /// Within which only the visitor sees sources; nil for all of the register.
    func sourceRange() throws -> SourceRange? {
        guard let scope = services.visitor.range else { return nil }
        if let range { return range }
        let made = try SourceRange(
            towns: scope.towns, sources: scope.objects, sourceKinds(), in: connection)
        range = made
        return made
    }

    /// What of a kind the visitor may see.
    func sourceQuery(_ kind: String) throws -> SourceQuery {
        var query = SourceQuery(kind: kind)
        query.range = try sourceRange()
        return query
    }

    /// The first line of a source that the visitor may see; nil for others as for those that are not there.
    func visibleSource(_ id: String) throws -> SourceHead? {
        guard let head = try SourceStore.head(id, in: connection), let kind = try sourceKinds().kind(head.kind),
            services.visitor.may(kind.viewing)
        else { return nil }
        if let range = try sourceRange(), try !range.contains(head, in: connection) { return nil }
        return head
    }

    /// The file of a source with its kind.
    ///
    /// - Throws: `SiteError` with `.unknownObject`, also for what the visitor may not see: not even that it exists.
    func sourceFile(_ id: String, asOf sequence: Int64? = nil) throws -> (file: SourceFile, kind: SourceKind) {
        guard let head = try visibleSource(id),
            let file = try SourceStore.file(id, asOf: sequence, in: connection)
        else { throw SiteError(.unknownObject, subject: "档案", detail: id) }
        return (file, try sourceKind(head.kind))
    }
}

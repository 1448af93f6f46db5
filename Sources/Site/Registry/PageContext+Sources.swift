import Registry

extension PageContext {
    /// The kinds in force today.
    func sourceKinds() throws -> SourceKinds { try SourceKinds(catalog, on: today) }

    /// A kind by its id.
    ///
    /// - Throws: `SiteError` with `.unknownObject`.
    func sourceKind(_ id: String) throws -> SourceKind {
        guard let kind = try sourceKinds().kind(id) else { throw SiteError(.unknownObject, subject: "种类", detail: id) }
        return kind
    }

    /// The file of a source with its kind.
    ///
    /// - Throws: `SiteError` with `.unknownObject`.
    func sourceFile(_ id: String, asOf sequence: Int64? = nil) throws -> (file: SourceFile, kind: SourceKind) {
        guard let file = try SourceStore.file(id, asOf: sequence, in: connection) else {
            throw SiteError(.unknownObject, subject: "档案", detail: id)
        }
        return (file, try sourceKind(file.kind))
    }
}

package import Catalog
package import Standards

/// Every procedure of the catalog in every version, and the ladders.
package struct ProcedureBook: Sendable {
    /// The folder of the catalog.
    static let folder = "casework"

    /// All versions, by id and first day; a bureau's own version of a day stands for the bundled one.
    package let procedures: [Procedure]
    /// The ladders by id.
    package let ladders: [String: Ladder]

    /// Reads and checks all procedures.
    ///
    /// - Throws: `CatalogError` with every fault of every file.
    package init(_ catalog: RuleCatalog) throws(CatalogError) {
        self = try catalog.reading { () throws(CatalogError) in
            let (book, faults) = Self.read(catalog)
            guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults) }
            return book
        }
    }

    /// Reads the versions of some procedures only: what one matter needs.
    ///
    /// - Throws: `CatalogError` with the faults of their files and of the ladders.
    package init(_ catalog: RuleCatalog, only ids: Set<String>) throws(CatalogError) {
        self = try catalog.reading(ids.sorted().joined(separator: " ")) { () throws(CatalogError) in
            let (book, faults) = Self.read(catalog) { ids.contains($0) }
            guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults) }
            return book
        }
    }

    private init(procedures: [Procedure], ladders: [String: Ladder]) {
        self.procedures = procedures
        self.ladders = ladders
    }

    /// Every fault of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] { read(catalog).faults }

    private static func read(
        _ catalog: RuleCatalog, where isWanted: (String) -> Bool = { _ in true }
    ) -> (book: ProcedureBook, faults: [CatalogFault]) {
        let (ladders, ladderFaults) = Ladder.read(catalog)
        var faults = ladderFaults
        let roles = Roles(catalog).names
        var found: [(procedure: Procedure, isOverlay: Bool)] = []
        for file in catalog.files(under: folder) where isWanted(file.header.id) {
            let reader = RuleReader(file)
            let procedure = Procedure.read(file, with: reader)
            // What could not be read would only be missed a second time.
            if reader.faults.isEmpty {
                ProcedureCheck.run(procedure, file, roles: roles, ladders: Set(ladders.keys), with: reader)
            }
            faults += reader.faults
            found.append((procedure, file.isOverlay))
        }
        let procedures = found.sorted {
            ($0.procedure.id, $0.procedure.version, $0.isOverlay ? 1 : 0)
                < ($1.procedure.id, $1.procedure.version, $1.isOverlay ? 1 : 0)
        }
        return (ProcedureBook(procedures: procedures.map(\.procedure), ladders: ladders), faults.sorted())
    }

    /// The version of a procedure in force on a day: that on which a matter is opened or a step taken.
    ///
    /// - Throws: `.unknownRule`, `.nothingInForce`.
    package func procedure(_ id: String, on day: CivilDate) throws(CatalogError) -> Procedure {
        let versions = try versions(of: id)
        // A bureau's own stands behind the bundled ones of the same day and begins on its own day otherwise.
        guard let found = versions.last(where: { $0.header.effective.contains(day) }) else {
            throw CatalogError(.nothingInForce, rule: id, date: day)
        }
        return found
    }

    /// All versions of a procedure, by first day.
    ///
    /// - Throws: `.unknownRule` with the ids there are.
    package func versions(of id: String) throws(CatalogError) -> [Procedure] {
        let versions = procedures.filter { $0.id == id }
        guard versions.isEmpty else { return versions }
        throw CatalogError(.unknownRule, rule: id, alternatives: Array(Set(procedures.map(\.id))).sorted())
    }
}

extension ProcedureBook {
    /// The ids of the posts; who may do what is for `Accounts` to read.
    private struct Roles {
        let names: Set<String>

        init(_ catalog: RuleCatalog) {
            var names: Set<String> = []
            for file in catalog.files(under: "accounts") {
                let reader = RuleReader(file)
                let body = reader.openMapping(file.node)
                for node in body.optionalList("roles") { names.insert(reader.openMapping(node).text("role")) }
            }
            self.names = names
        }
    }
}

package import Catalog
package import HJ212
package import Standards

/// The codes of HJ 212 as the catalog knows them: those of the standard, those seen beside it, and what devices send instead.
package struct FactorCodeBook: Sendable {
    /// The folder of the catalog.
    static let folder = "gateway"

    /// All codes in force.
    package let table: CodeTable
    /// Units that devices are known to send instead of those of the table.
    package let traps: [UnitTrap]
    /// Names that devices are known to send instead of codes: proposals for a device's settings, never applied by themselves.
    package let aliases: [String: String]

    /// The codes in force on a day: that on which a packet was received.
    ///
    /// - Throws: `CatalogError` with the faults of all files.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        try self.init(catalog.files(under: Self.folder, on: date))
    }

    private init(_ files: [RuleFile]) throws(CatalogError) {
        var codes: [FactorCode] = []
        var traps: [UnitTrap] = []
        var aliases: [String: String] = [:]
        var faults: [CatalogFault] = []
        for file in files {
            let reader = RuleReader(file)
            let body = reader.body(keys: ["factor_codes", "unit_traps", "aliases_seen"] + CommandBook.keys)
            codes += FactorCode.read(body, with: reader)
            traps += body.optionalList("unit_traps").map { UnitTrap.read($0, with: reader) }
            for node in body.optionalList("aliases_seen") {
                let row = reader.mapping(node, keys: ["sent", "code"])
                aliases[row.text("sent")] = row.text("code")
            }
            faults += reader.faults
        }
        guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults.sorted()) }
        table = CodeTable(codes)
        self.traps = traps
        self.aliases = aliases
    }

    /// Every fault of every version of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        do throws(CatalogError) {
            _ = try FactorCodeBook(catalog.files(under: folder))
            return []
        } catch {
            return error.faults
        }
    }

    /// The only entry of a code; nil for an unknown code, and where the standard uses a code twice.
    package func entry(for code: String) -> FactorCode? {
        let entries = table.entries(for: code)
        return entries.count == 1 ? entries[0] : nil
    }
}

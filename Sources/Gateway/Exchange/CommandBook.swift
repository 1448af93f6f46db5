package import Catalog
package import Standards

/// What can be asked of devices, who may ask it and what must be there first: rules of the catalog.
package struct CommandBook: Sendable {
    /// The keys of its files.
    static let keys = ["command_classes", "device_commands"]

    /// All commands in the order of the file.
    package let definitions: [CommandDefinition]
    /// The ids of the rule files it was read from.
    package let rules: [String]

    /// The commands in force on a day: that on which one is asked for.
    ///
    /// - Throws: `CatalogError` with the faults of all files.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        try self.init(catalog.files(under: FactorCodeBook.folder, on: date))
    }

    private init(_ files: [RuleFile]) throws(CatalogError) {
        var definitions: [CommandDefinition] = []
        var rules: [String] = []
        var faults: [CatalogFault] = []
        for file in files {
            let reader = RuleReader(file)
            let found = CommandDefinition.read(file, with: reader)
            definitions += found
            if !found.isEmpty { rules.append(file.header.id) }
            faults += reader.faults
        }
        guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults.sorted()) }
        self.definitions = definitions
        self.rules = rules
    }

    /// Every fault of every version of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        do throws(CatalogError) {
            _ = try CommandBook(catalog.files(under: FactorCodeBook.folder))
            return []
        } catch {
            return error.faults
        }
    }

    /// A command by its name in records; nil when there was none on the day.
    package func definition(_ name: String) -> CommandDefinition? { definitions.first { $0.name.rawValue == name } }
}

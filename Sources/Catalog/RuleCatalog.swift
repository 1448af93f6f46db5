package import Foundation
package import Standards

/// All rule files, checked, looked up by day: standards of the day of the data, never the newest, never today's.
package struct RuleCatalog: Sendable {
    private let shelf: RuleShelf
    private let standards: StandardRules
    let readings = RuleReadings()
    /// The files of both layers as they were read, the bundled ones first, each layer by path.
    package let sourceFiles: [RuleSourceFile]

    private init(_ trees: [CatalogTree]) {
        shelf = RuleShelf(trees)
        standards = StandardRules(shelf)
        sourceFiles = trees.flatMap { tree in
            tree.files.map { RuleSourceFile(path: $0.path, isOverlay: tree.isOverlay, text: $0.text) }
        }
    }

    /// Loads the bundled rules and, over them, a bureau's own directory.
    ///
    /// An overlay file with the id and first day of a bundled rule replaces it, with another first day it adds a version;
    /// where both are in force the overlay holds.
    ///
    /// - Parameters:
    ///   - overlay: the bureau's directory, laid out like `Catalog/`; nil for none.
    ///   - folder: the folder with the bundled rules; nil to look for it, see `CatalogLocation`.
    ///   - environment: where `QINGHENG_CATALOG` is looked up.
    /// - Throws: `.folderNotFound` with the paths tried, `.faulty` with every fault of every file.
    package static func load(
        overlay: URL?, folder: URL? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(CatalogError) -> RuleCatalog {
        let catalog = try read(overlay: overlay, folder: folder, environment: environment)
        let faults = catalog.faults
        guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults) }
        return catalog
    }

    /// Loads rules from files as they were read once, in place of folders.
    ///
    /// - Throws: `.faulty` with every fault of every file.
    package static func load(_ files: [RuleSourceFile]) throws(CatalogError) -> RuleCatalog {
        let catalog = RuleCatalog([false, true].map { CatalogTree(files, isOverlay: $0) })
        let faults = catalog.faults
        guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults) }
        return catalog
    }

    /// No rules, for work that judges nothing.
    package static let empty = RuleCatalog([])

    /// Every fault of every file, in the order of files and lines, for `catalog check`; none when all is well.
    ///
    /// Rooms with rule files of their own add theirs by reading `files(under:)` with a `RuleReader`.
    ///
    /// - Throws: `.folderNotFound`, `.unreadable`.
    package static func diagnostics(
        overlay: URL?, folder: URL? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(CatalogError) -> [CatalogFault] {
        try read(overlay: overlay, folder: folder, environment: environment).faults
    }

    /// Every rule file with its dates, source and confidence, by path.
    package var rules: [RuleSummary] {
        shelf.files.map { RuleSummary(header: $0.header, path: $0.path, isOverlay: $0.isOverlay) }
            .sorted { ($0.path, $0.isOverlay ? 1 : 0) < ($1.path, $1.isOverlay ? 1 : 0) }
    }

    /// All rule files of both layers.
    var shelfFiles: [RuleFile] { shelf.files }
    /// All text files of both layers.
    var shelfTexts: [RuleText] { shelf.texts }

    private var faults: [CatalogFault] { (shelf.faults + standards.faults).sorted() }

    private static func read(
        overlay: URL?, folder: URL?, environment: [String: String]
    ) throws(CatalogError) -> RuleCatalog {
        let bundled = try CatalogLocation.find(given: folder, environment: environment)
        var trees = [try CatalogTree(bundled, isOverlay: false)]
        if let overlay { trees.append(try CatalogTree(overlay, isOverlay: true)) }
        return RuleCatalog(trees)
    }
}

extension RuleCatalog {
    /// The rule of a kind in force on a day: the day of the data judged. The bureau's own holds before the bundled one.
    ///
    /// Meant for kinds that stand alone; of others it would be a matter of chance which one comes.
    ///
    /// - Throws: `.nothingInForce`.
    package func rule<Rule>(_ kind: RuleKind<Rule>, on date: CivilDate) throws(CatalogError) -> Rule {
        try unwrap(standards.dated(kind).inForce(on: date))
    }

    /// The only version of a rule, by its id.
    ///
    /// - Throws: `.unknownRule`, `.severalVersions` when the id alone does not name one.
    package func rule<Rule>(_ kind: RuleKind<Rule>, id: String) throws(CatalogError) -> Rule {
        try unwrap(standards.dated(kind).version(id: id))
    }

    /// A rule by its id, as it was on a day.
    ///
    /// - Throws: `.unknownRule`, `.nothingInForce`.
    package func rule<Rule>(_ kind: RuleKind<Rule>, id: String, on date: CivilDate) throws(CatalogError) -> Rule {
        try unwrap(standards.dated(kind).version(id: id, on: date))
    }

    /// The header of the rule of a kind in force on a day, for citing it.
    ///
    /// - Throws: `.nothingInForce`.
    package func header<Rule>(_ kind: RuleKind<Rule>, on date: CivilDate) throws(CatalogError) -> RuleHeader {
        try standards.dated(kind).inForce(on: date).file.header
    }

    /// Every version of every rule of a kind, header first, in the order of their first days.
    package func versions<Rule>(of kind: RuleKind<Rule>) -> [(header: RuleHeader, rule: Rule)] {
        standards.dated(kind).versions
            .compactMap { version in (version.rule as? Rule).map { (version.file.header, $0) } }
            .sorted { ($0.0.effective.from, $0.0.id) < ($1.0.effective.from, $1.0.id) }
    }

    /// GB 3838 with the evaluation method, both in force on a day.
    package func waterClassRule(on date: CivilDate) throws(CatalogError) -> WaterClassRule {
        WaterClassRule(standard: try rule(.waterLimits, on: date), method: try rule(.waterMethod, on: date))
    }

    private func unwrap<Rule>(_ version: DatedRules.Version) throws(CatalogError) -> Rule {
        // A kind reads one type only; another can come out only if two kinds had one key.
        guard let rule = version.rule as? Rule else {
            assertionFailure("two kinds of rule share a key")
            throw CatalogError(.unknownRule, rule: version.file.header.id)
        }
        return rule
    }
}

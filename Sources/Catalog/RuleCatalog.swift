package import Foundation
package import Standards

/// All rule files, checked, looked up by day: standards of the day of the data, never the newest, never today's.
package struct RuleCatalog: Sendable {
    private let shelf: RuleShelf
    private let standards: StandardRules

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
        let shelf = RuleShelf(trees)
        return RuleCatalog(shelf: shelf, standards: StandardRules(shelf))
    }
}

extension RuleCatalog {
    /// HJ 633 in force on a day: the day on which the hour or day judged starts.
    package func airIndexRule(on date: CivilDate) throws(CatalogError) -> AirIndexRule {
        try standards.airIndex.inForce(on: date)
    }

    /// HJ 633 by id, for comparing editions; throws `.severalVersions` when the id alone does not name one.
    package func airIndexRule(id: String) throws(CatalogError) -> AirIndexRule {
        try standards.airIndex.rule(id: id)
    }

    /// HJ 633 by id, as it was on a day.
    package func airIndexRule(id: String, on date: CivilDate) throws(CatalogError) -> AirIndexRule {
        try standards.airIndex.rule(id: id, on: date)
    }

    /// The limits of GB 3095 in force on a day.
    package func airQualityLimits(on date: CivilDate) throws(CatalogError) -> AirQualityLimits {
        try standards.airLimits.inForce(on: date)
    }

    /// The statistics of HJ 663 and GB 3095 in force on a day.
    package func airStatisticsRule(on date: CivilDate) throws(CatalogError) -> AirStatisticsRule {
        try standards.airStatistics.inForce(on: date)
    }

    /// GB 3838 with the evaluation method, both in force on a day.
    package func waterClassRule(on date: CivilDate) throws(CatalogError) -> WaterClassRule {
        WaterClassRule(
            standard: try standards.waterLimits.inForce(on: date), method: try standards.waterMethod.inForce(on: date))
    }

    /// How surface-water measurements become assessed means, on a day.
    package func waterMeanRule(on date: CivilDate) throws(CatalogError) -> WaterMeanRule {
        try standards.waterMeans.inForce(on: date)
    }
}

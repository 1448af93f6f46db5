package import Catalog
package import Standards

/// The rules of manual monitoring in force on a day (`Catalog/monitoring/manual`).
package struct ManualRules: Sendable {
    static let folder = "monitoring/manual"
    static let sheetFolder = "monitoring/manual/sheets"

    package let frequencies: [ManualFrequency]
    /// In the order of the catalog.
    package let items: [ManualItem]
    /// What reports write for a unit: the unit meant, and the power of ten to it.
    package let units: [String: (unit: String, power: Int)]
    /// Names for several items.
    package let sets: [(title: String, items: [String])]
    /// By code.
    package let forms: [ManualForm]
    package let laboratory: LaboratoryTableRule
    package let quality: ManualQualityRule
    package let comparison: ManualComparisonRule
    /// Water items of which automatic values make the month where there are any.
    package let automaticFirst: Set<WaterItem>

    /// - Parameter date: the day of the step that they are asked for.
    /// - Throws: `CatalogError` with the faults of the files, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        self = try catalog.reading("manual \(date)") { () throws(CatalogError) -> ManualRules in
            let parts = ManualRuleParts(
                catalog.files(under: Self.folder, on: date), sheets: catalog.files(under: Self.sheetFolder, on: date))
            guard parts.faults.isEmpty else { throw CatalogError(.faulty, faults: parts.faults) }
            guard let rules = ManualRules(parts) else { throw CatalogError(.nothingInForce, rule: Self.folder) }
            return rules
        }
    }

    private init?(_ parts: ManualRuleParts) {
        guard let laboratory = parts.laboratory, let quality = parts.quality, let comparison = parts.comparison,
            !parts.frequencies.isEmpty, !parts.items.isEmpty, !parts.forms.isEmpty
        else { return nil }
        frequencies = parts.frequencies
        items = parts.items
        units = parts.units
        sets = parts.sets
        forms = parts.forms
        automaticFirst = parts.automaticFirst
        self.laboratory = laboratory
        self.quality = quality
        self.comparison = comparison
    }

    /// The water items of which automatic values make a month where there are any; none before any rule was in force.
    ///
    /// - Throws: `CatalogError` with the faults of the files.
    package static func automaticFirst(
        _ catalog: RuleCatalog, on date: CivilDate
    ) throws(CatalogError) -> Set<WaterItem> {
        try catalog.reading("manual series \(date)") { () throws(CatalogError) -> Set<WaterItem> in
            let parts = ManualRuleParts(catalog.files(under: Self.folder, on: date), sheets: [])
            guard parts.faults.isEmpty else { throw CatalogError(.faulty, faults: parts.faults) }
            return parts.automaticFirst
        }
    }

    /// Every fault of every version of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        ManualRuleParts(catalog.files(under: folder), sheets: catalog.files(under: sheetFolder)).faults
    }

    package func frequency(_ code: String) -> ManualFrequency? { frequencies.first { $0.code == code } }

    package func item(_ code: String) -> ManualItem? { items.first { $0.code == code } }

    package func form(_ code: String) -> ManualForm? { forms.first { $0.code == code } }

    /// An item by its title, code or another name.
    package func item(named text: String) -> ManualItem? {
        items.first { $0.title == text || $0.code == text || $0.aliases.contains(text) }
    }

    /// Items by words as plans write them, `pH、9项`; the first word that is none otherwise.
    package func items(named text: String) -> Result<[String], ManualUnknownWord> {
        var found: [String] = []
        for word in text.split(whereSeparator: { "、，,；; \t".contains($0) }).map(String.init) {
            if let set = sets.first(where: { $0.title == word }) {
                found += set.items
            } else if let item = item(named: word) {
                found.append(item.code)
            } else {
                return .failure(ManualUnknownWord(word: word))
            }
        }
        var seen: Set<String> = []
        return .success(found.filter { seen.insert($0).inserted })
    }

    /// The titles of items, in the order of the catalog.
    package func titles(of codes: [String]) -> String {
        items.filter { codes.contains($0.code) }.map(\.title).joined(separator: "、")
    }
}

package import Catalog
package import Standards

/// What an approved exceptional event takes out of the evaluation of air: a file of `Catalog/monitoring/exceptions`.
package struct AirExceptionRule: Sendable, Hashable {
    static let folder = "monitoring/exceptions"
    private static let key = "exception"

    /// The kind of event: `dust`.
    package let id: String
    package let title: String
    /// What stands beside a value that is out: 剔除沙尘.
    package let word: String
    /// The items that may be deducted.
    package let items: [AirItem]
    /// Whether good days are counted by the AQI without the deducted items; if not, as measured.
    package let countsGoodDays: Bool

    /// The kinds of events of a day of data, by id.
    ///
    /// - Throws: `CatalogError` with the faults of the files.
    package static func all(in catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) -> [AirExceptionRule] {
        var rules: [AirExceptionRule] = []
        for file in catalog.files(under: folder, on: date) {
            let reader = RuleReader(file)
            rules.append(read(file, reader))
            guard reader.faults.isEmpty else { throw CatalogError(.faulty, faults: reader.faults.sorted()) }
        }
        return rules
    }

    /// Every fault of every version of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        catalog.files(under: folder).flatMap { file in
            let reader = RuleReader(file)
            _ = read(file, reader)
            return reader.faults
        }.sorted()
    }

    private static func read(_ file: RuleFile, _ reader: RuleReader) -> AirExceptionRule {
        let content = reader.body(keys: [key]).mapping(key, keys: ["word", "items", "good_days"])
        let names = content.texts("items")
        for name in names where AirItem(rawValue: name) == nil {
            content.refuse(
                "items",
                .notAllowed(key: "items", value: name, nearest: nil, allowed: AirItem.allCases.map(\.rawValue)))
        }
        return AirExceptionRule(
            id: file.header.id, title: file.header.title, word: content.text("word"),
            items: names.compactMap(AirItem.init(rawValue:)), countsGoodDays: content.flag("good_days"))
    }
}

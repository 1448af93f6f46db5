package import Catalog
package import Standards

/// All tables of discretion: files in `Catalog/law/discretion`, the bureau's own before the bundled ones.
package struct DiscretionBook: Sendable {
    static let folder = "law/discretion"

    /// By id and first day.
    package let all: [DiscretionTable]

    /// - Throws: `CatalogError` with the faults of all files, worked examples that do not come out among them.
    package init(_ catalog: RuleCatalog) throws(CatalogError) {
        all = try catalog.reading { () throws(CatalogError) -> [DiscretionTable] in
            var faults: [CatalogFault] = []
            var tables: [DiscretionTable] = []
            for file in catalog.files(under: Self.folder) {
                let reader = RuleReader(file)
                let table = DiscretionTable(file, with: reader)
                faults += reader.faults
                tables.append(table)
            }
            guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults.sorted()) }
            return tables
        }
    }

    /// The tables for a violation that are in force on the day of the decision.
    package func tables(for violation: String, on date: CivilDate) -> [DiscretionTable] {
        all.filter { $0.violation == violation && $0.effective.contains(date) }
    }

    /// What holds where no table is in force: the range of the law, and that somebody has to choose in it.
    ///
    /// - Parameter ended: the tables that were in force before.
    package static func statutoryOnly(
        _ statutory: ClosedRange<Money>, ended: [DiscretionTable] = []
    ) -> DiscretionResult {
        var remarks = ["没有现行有效的裁量基准，只列出法定幅度；数额由本局裁量并写明理由"]
        for table in ended {
            if let last = table.effective.to { remarks.append("《\(table.title)》\(last) 届满，不再适用") }
        }
        return DiscretionResult(
            table: nil, confidence: nil, terms: [], sum: nil, arithmetic: [], fine: statutory, statutory: statutory,
            remarks: remarks, needsDiscussion: false)
    }
}

package import Catalog
package import Standards

extension PaperForm {
    /// A form in the version in force on a day.
    ///
    /// - Throws: `CatalogError` with the faults of the file, `.unknownRule` or `.nothingInForce`.
    package static func inForce(
        _ id: String, in catalog: RuleCatalog, on day: CivilDate
    ) throws(CatalogError) -> PaperForm {
        let reader: RuleReader
        let file = try catalog.file(id: id, under: folder, on: day)
        reader = RuleReader(file)
        let form = PaperForm(file, with: reader)
        try reader.finish()
        return form
    }

    /// The names of required elements in which nothing stands.
    package func missing(in values: [String: PaperValue]) -> [String] {
        elements.filter { $0.isRequired && values[$0.name]?.isEmpty ?? true }.map(\.name)
    }

    /// What keeps a paper from being signed: empty elements, a day, a number.
    package func missing(in paper: CasePaper) -> [String] {
        var missing = missing(in: paper.values)
        if paper.day == nil { missing.append("落款日期") }
        return missing
    }
}

package import Catalog
import Law

/// What the checker knows: words, quantities and titles of `Catalog/examining`, instruments of `Catalog/law`.
package struct ExaminingRules: Sendable {
    static let folder = "examining"

    let words: ExaminingWords
    let quantities: QuantityRules
    let titles: TitleRules

    /// - Throws: `CatalogError` with the faults of a file, or `.unknownRule` where one is missing.
    package init(_ catalog: RuleCatalog) throws(CatalogError) {
        let instruments = try InstrumentBook(catalog).all
        let wordReader = RuleReader(try Self.file(ExaminingWords.id, in: catalog))
        words = ExaminingWords(wordReader)
        try wordReader.finish()
        let quantityReader = RuleReader(try Self.file(QuantityRules.id, in: catalog))
        quantities = QuantityRules(quantityReader)
        try quantityReader.finish()
        let titleReader = RuleReader(try Self.file(TitleRules.id, in: catalog))
        titles = TitleRules(titleReader, instruments: instruments)
        try titleReader.finish()
    }

    /// Every fault of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        var faults: [CatalogFault] = []
        for file in catalog.files(under: folder) {
            let reader = RuleReader(file)
            switch file.header.id {
            case ExaminingWords.id: _ = ExaminingWords(reader)
            case QuantityRules.id: _ = QuantityRules(reader)
            case TitleRules.id: _ = TitleRules(reader, instruments: [])
            case FormatRules.id: _ = FormatRules(reader)
            default:
                reader.refuse(
                    file.node,
                    .other(
                        message: "Catalog/examining 中没有“\(file.header.id)”这种文件",
                        mend: "只有 words、quantities、titles、official-format 四种"))
            }
            faults += reader.faults
        }
        return faults.sorted()
    }

    /// Words are not law: a file holds for texts of every day, the bureau's own before the bundled one.
    static func file(_ id: String, in catalog: RuleCatalog) throws(CatalogError) -> RuleFile {
        let files = catalog.files(under: folder).filter { $0.header.id == id }
        guard let file = files.first(where: \.isOverlay) ?? files.first else {
            throw CatalogError(.unknownRule, rule: id)
        }
        return file
    }
}

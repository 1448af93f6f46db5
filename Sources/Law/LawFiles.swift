package import Catalog

/// The files of `Catalog/law` together.
package enum LawFiles {
    /// Every fault of every version of the files, for `catalog check`: also tables for violations that no file has, and whose
    /// worked examples do not come out.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        var faults: [CatalogFault] = []
        for file in catalog.files(under: InstrumentBook.folder) {
            let reader = RuleReader(file)
            switch file.header.id {
            case InstrumentBook.id: _ = InstrumentBook.read(file, with: reader)
            case "principles": _ = LegalPrinciples(file, with: reader)
            case ExecutionRules.id: _ = ExecutionRules(file, with: reader)
            case ServiceMethod.id: _ = ServiceMethod.read(file, with: reader)
            case "crime-thresholds": _ = CrimeThresholds(file, with: reader)
            default:
                reader.refuse(
                    file.node,
                    .other(
                        message: "Catalog/law 中没有“\(file.header.id)”这种文件", mend: "违法行为放在 violations，裁量表放在 discretion"))
            }
            faults += reader.faults
        }
        var codes: Set<String> = []
        for file in catalog.files(under: ViolationBook.folder) {
            let reader = RuleReader(file)
            codes.insert(Violation(file, with: reader).code)
            faults += reader.faults
        }
        for file in catalog.files(under: DiscretionBook.folder) {
            let reader = RuleReader(file)
            let table = DiscretionTable(file, with: reader)
            if !codes.contains(table.violation) {
                reader.refuse(file.node, .other(message: "没有违法行为“\(table.violation)”", mend: "核对 violation 的代号"))
            }
            faults += reader.faults
        }
        return faults.sorted()
    }
}

package import Catalog
import Standards

/// The files of `Catalog/dossier` together.
package enum DossierFiles {
    /// Every fault of every version of the files, for `catalog check`: also forms that ask for a series there is none of, or that
    /// fill an element from a paper or an element that no form has.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        var faults: [CatalogFault] = []
        var series: Set<String> = []
        for file in catalog.files(under: BureauPowers.folder) {
            let reader = RuleReader(file)
            switch file.header.id {
            case BureauPowers.id: _ = BureauPowers(reader)
            case BureauProfile.id: _ = BureauProfile(reader)
            case NumberSeries.id: series.formUnion(NumberSeries.read(reader).map(\.name))
            case DisclosureRules.id: _ = DisclosureRules(reader)
            case RecordingRules.id: _ = RecordingRules(reader)
            case ArchiveOrder.id: _ = ArchiveOrder(reader)
            default:
                reader.refuse(
                    file.node, .other(message: "Catalog/dossier 中没有“\(file.header.id)”这种文件", mend: "文书格式放在 forms"))
            }
            faults += reader.faults
        }
        let forms = catalog.files(under: PaperForm.folder).map { file in
            let reader = RuleReader(file)
            return (file: file, reader: reader, form: PaperForm(file, with: reader))
        }
        let elements = forms.reduce(into: [String: Set<String>]()) { elements, found in
            for document in found.form.documents {
                elements[document, default: []].formUnion(found.form.elements.map(\.name))
            }
        }
        for (file, reader, form) in forms {
            if let name = form.series, !series.contains(name) {
                reader.refuse(file.node, .other(message: "没有文号系列“\(name)”", mend: "写 series.yaml 中的一个，或补上它"))
            }
            for element in form.elements {
                for fill in element.fills {
                    if let fault = fault(of: fill, elements) {
                        reader.refuse(file.node, .other(message: "要素“\(element.name)”的来源：\(fault)", mend: "写已有的文书和要素"))
                    }
                }
            }
            faults += reader.faults
        }
        for file in catalog.files(under: FatalRules.folder) {
            let reader = RuleReader(file)
            switch file.header.id {
            case FatalRules.id: _ = FatalRules(reader)
            case PointRules.id:
                for paper in PointRules(reader).allPapers {
                    guard let known = elements[paper.name] else {
                        reader.refuse(file.node, .other(message: "没有文书“\(paper.name)”的格式", mend: "写已有的文书"))
                        continue
                    }
                    for name in paper.elements.flatMap(\.names) where !known.contains(name) {
                        reader.refuse(file.node, .other(message: "《\(paper.name)》没有要素“\(name)”", mend: "写已有的要素"))
                    }
                }
            default:
                reader.refuse(file.node, .other(message: "没有“\(file.header.id)”这种评查规则", mend: "写 fatal 或 points"))
            }
            faults += reader.faults
        }
        return faults.sorted()
    }

    private static func fault(of fill: PaperFill, _ elements: [String: Set<String>]) -> String? {
        switch fill {
        case .paper(let document, let field):
            guard let known = elements[document] else { return "没有文书“\(document)”的格式" }
            if case .element(let name) = field, !known.contains(name) { return "《\(document)》没有要素“\(name)”" }
            return nil
        case .bureau(let key): return BureauProfile.keys.contains(key) ? nil : "本局资料没有“\(key)”"
        default: return nil
        }
    }
}

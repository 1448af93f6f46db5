package import Catalog
package import Standards

/// All forms, in all versions.
package struct PaperFormBook: Sendable {
    /// By id and first day.
    package let all: [PaperForm]

    /// - Throws: `CatalogError` with the faults of all files.
    package init(_ catalog: RuleCatalog) throws(CatalogError) {
        all = try catalog.reading { () throws(CatalogError) -> [PaperForm] in
            var forms: [PaperForm] = []
            var faults: [CatalogFault] = []
            for file in catalog.files(under: PaperForm.folder) {
                let reader = RuleReader(file)
                forms.append(PaperForm(file, with: reader))
                faults += reader.faults
            }
            guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults.sorted()) }
            return forms
        }
    }

    /// The forms in force on a day.
    package func forms(on day: CivilDate) -> [PaperForm] { all.filter { $0.header.effective.contains(day) } }

    /// The form of a document of procedures on a day; nil where it has none, so that it comes from outside or is a thing.
    package func form(ofDocument document: String, on day: CivilDate) -> PaperForm? {
        forms(on: day).first { $0.documents.contains(document) }
    }

    /// A form by id in the version in force on a day; nil when there is none.
    package func form(_ id: String, on day: CivilDate) -> PaperForm? { forms(on: day).first { $0.id == id } }

    /// A version of a form; nil when there is none.
    package func form(_ id: String, version: CivilDate) -> PaperForm? {
        all.last { $0.id == id && $0.version == version }
    }
}

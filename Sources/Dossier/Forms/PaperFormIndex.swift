import Catalog
import Standards

/// Which documents of procedures have a form, read from the heads of the files alone.
struct PaperFormIndex {
    private var kinds: [String: PaperForm.Kind] = [:]

    /// The forms in force on a day. A faulty file has no documents here; `catalog check` names it.
    init(_ catalog: RuleCatalog, on day: CivilDate) {
        for file in catalog.files(under: PaperForm.folder, on: day) {
            let form = PaperForm(file, with: RuleReader(file))
            for document in form.documents { kinds[document] = kinds[document] ?? form.kind }
        }
    }

    /// The kind of form of a document; nil where it has none.
    func kind(of document: String) -> PaperForm.Kind? { kinds[document] }
}

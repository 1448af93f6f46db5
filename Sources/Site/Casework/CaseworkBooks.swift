import Casework
import Catalog
import Dossier

/// What pages of casework look up of the rules.
struct CaseworkBooks: Sendable {
    let procedures: ProcedureBook
    let forms: PaperFormBook
    let calendar: WorkCalendar

    /// Procedures at work.
    var engine: ProcedureEngine { ProcedureEngine(book: procedures, calendar: calendar) }

    /// - Throws: `CatalogError` with the faults of all files.
    init(_ catalog: RuleCatalog) throws(CatalogError) {
        procedures = try ProcedureBook(catalog)
        forms = try PaperFormBook(catalog)
        calendar = try WorkCalendar(catalog)
    }
}

extension PageContext {
    /// The rules of casework at the moment that is shown.
    ///
    /// - Throws: `CatalogError`.
    var casework: CaseworkBooks { get throws { try CaseworkBooks(catalog) } }
}

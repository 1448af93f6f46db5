import Casework
import Catalog
import Dossier
import Synchronization

/// Procedures, forms and workdays, read once: they are many files, and the rules of a process do not change while it runs.
final class CaseworkBooks: Sendable {
    /// What pages of casework look up.
    struct Books: Sendable {
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

    private let present = Mutex<Books?>(nil)

    /// Those of the present rules.
    func books(_ catalog: RuleCatalog) throws -> Books {
        if let known = present.withLock({ $0 }) { return known }
        let read = try Books(catalog)
        present.withLock { $0 = read }
        return read
    }
}

extension PageContext {
    /// The rules of casework at the moment that is shown.
    ///
    /// - Throws: `CatalogError`.
    var casework: CaseworkBooks.Books {
        get throws {
            guard moment == nil else { return try CaseworkBooks.Books(catalog) }
            return try services.caseworkBooks.books(catalog)
        }
    }
}

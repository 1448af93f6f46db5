import Catalog
import Standards
import Testing

@testable import Casework

/// The rule files of the repository, read once.
enum ShippedRules {
    static let catalog = Result<RuleCatalog, any Error> { try RuleCatalog.load(overlay: nil, environment: [:]) }
    static let calendar = Result<WorkCalendar, any Error> { try WorkCalendar(catalog.get()) }
    static let procedures = Result<ProcedureBook, any Error> { try ProcedureBook(catalog.get()) }
    static let engine = Result<ProcedureEngine, any Error> {
        try ProcedureEngine(book: procedures.get(), calendar: calendar.get())
    }
}

/// Ten in the morning of a day that a test names.
func morning(_ text: String) throws -> Instant { Instant(beijing: try day(text), hour: 10) }

/// A day that a test names.
func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

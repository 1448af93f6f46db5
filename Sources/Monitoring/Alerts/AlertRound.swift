package import Records
import Standards
import Storage

/// Looks for new alerts and puts them on record: of today, and of yesterday, whose last hours come after midnight.
package struct AlertRound: Sendable {
    private let book: RecordBook

    package init(_ book: RecordBook) { self.book = book }

    /// - Returns: how many alerts were new or last longer.
    /// - Throws: `CatalogError`, `RecordsError`, `StorageError`.
    @discardableResult
    package func run() async throws -> Int {
        let now = Instant(secondsSince1970: book.clock() / 1_000)
        var count = 0
        for day in [now.beijingDate.adding(days: -1), now.beijingDate] {
            let catalog = book.archive.catalog
            let news = try await book.database.read { connection in
                let survey = try AlertSurvey(day, now: now, catalog: catalog, in: connection)
                return try AlertStore.news(of: survey.candidates(), in: connection)
            }
            if news.isEmpty { continue }
            let actor = Actor(id: "system", permissions: [ReviewActions.review])
            try await book.record(AlertActions.raise(news, on: day, by: actor))
            count += news.count
        }
        return count
    }
}

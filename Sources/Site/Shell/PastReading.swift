import Records
import Storage

/// Reading the store as it is or as it was.
struct PastReading: Sendable {
    private let services: SiteServices

    init(_ services: SiteServices) { self.services = services }

    /// Asks for something, all of it in one consistent state.
    ///
    /// - Throws: for the past as `PastStates.state(at:)`.
    func read<Value: Sendable>(
        asOf: AsOf, assetVersion: String, _ make: @escaping @Sendable (PageContext) throws -> Value
    ) async throws -> Value {
        let services = services
        switch asOf {
        case .live:
            return try await services.book.database.read { connection in
                try make(PageContext(services, in: connection, assetVersion: assetVersion))
            }
        case .at(let sequence):
            guard let past = services.past else { throw SiteError(.notFound) }
            let state = try await past.state(at: sequence)
            let then = try services.showing(state)
            return try await state.read { try make(PageContext(then, in: $0, assetVersion: assetVersion)) }
        }
    }
}

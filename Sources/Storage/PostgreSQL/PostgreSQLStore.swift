/// A store on a PostgreSQL server: sessions for questions, and one that writes.
final class PostgreSQLStore: Sendable {
    private let readers: PostgreSQLPool
    /// One: the writers of all processes wait for one another anyway.
    private let writer: PostgreSQLPool

    init(_ address: PostgreSQLAddress, readerCount: Int) {
        readers = PostgreSQLPool(address, limit: readerCount)
        writer = PostgreSQLPool(address, limit: 1)
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadConnection) throws -> Value
    ) async throws -> Value {
        try await readers.with { try await $0.read(body) }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteConnection) throws -> Value
    ) async throws -> Value {
        try await writer.with { try await $0.write(body) }
    }

    func close() async {
        await readers.close()
        await writer.close()
    }
}

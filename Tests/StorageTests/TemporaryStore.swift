import Storage
import TestStore

/// A store of one test on the engine under test, removed with it.
final class TemporaryStore: Sendable {
    let directory: TemporaryDirectory
    let database: Database

    init() async throws {
        directory = try TemporaryDirectory()
        database = try await TestStore.open(in: directory.path)
    }

    deinit { TestStore.remove(database, of: directory.path) }
}

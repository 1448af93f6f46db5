import Foundation
import Records
import Storage
import TestStore

/// Stores in which nothing happened yet, with the tables of some capabilities: made once and copied, for a hundred tables
/// take longer than what most tests do with them.
actor BlankStores {
    static let shared = BlankStores()

    /// Held, so that their directories are not removed; by the shape of their tables.
    private var made: [String: Task<TestBureau, any Error>] = [:]

    /// Gives a directory without a store a blank one.
    nonisolated func copy(of capabilities: [Capability], to directory: String) async throws {
        try await TestStore.copy(from: try await original(of: capabilities).directory, to: directory)
    }

    private func original(of capabilities: [Capability]) async throws -> TestBureau {
        let shape = Self.shape(of: capabilities)
        if let known = made[shape] { return try await known.value }
        let task = Task {
            let directory = TestBureau.newDirectory()
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            Leftovers.add(directory)
            let bureau = try await TestBureau(capabilities, directory: directory)
            try await TestStore.close(bureau.book.database)
            return bureau
        }
        made[shape] = task
        return try await task.value
    }

    /// All that decides which tables there are.
    private static func shape(of capabilities: [Capability]) -> String {
        capabilities.map { room in
            let migrations = room.migrations.map { "\($0)" }
            let projections = room.projections.map { "\($0.name) \($0.version) \($0.definitions)" }
            return "\(room.name) \(migrations) \(projections)"
        }.joined(separator: "\n")
    }
}

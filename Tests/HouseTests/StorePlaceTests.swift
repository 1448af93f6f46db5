import Foundation
import House
import Records
import Storage
import TestStore
import Testing

/// A data directory and the store that belongs to it.
struct StorePlaceTests {
    private let directory = FileManager.default.temporaryDirectory.appendingPathComponent(
        "qingheng-\(UUID().uuidString)"
    ).path

    private func open(_ name: String, on server: PostgreSQLAddress?) async throws -> Bureau {
        try await Bureau.open("\(directory)/\(name)", server: server, overlay: nil, clock: { 1_795_305_600_000 })
    }

    @Test func `a directory with a store of its own is not opened with a database beside it`() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        _ = try await open("own", on: nil)
        await #expect(throws: HouseError(.storeHere, detail: directory + "/own")) {
            try await open("own", on: try PostgreSQLAddress("postgresql:///never?host=/nowhere"))
        }
    }

    @Test(.enabled(if: TestStore.server != nil, "needs PostgreSQL; script/test runs it with a server of its own"))
    func `a ledger that is asked for in an empty database is said not to be there`() async throws {
        let store = try await TestStore.open(in: directory)
        defer { TestStore.remove(store, of: directory) }
        let server = try #require(TestStore.address(of: directory))
        let reading = try LedgerReading(directory, server: server)
        let error = await #expect(throws: HouseError(.emptyDatabase, detail: server.place)) {
            try await reading.read { try LedgerStore.checkpoint(in: $0) }
        }
        let words = ErrorMessage.text(try #require(error))
        #expect(words.contains(server.place) && words.contains("还没有台账") && words.contains("--database"))
    }

    @Test(.enabled(if: TestStore.server != nil, "needs PostgreSQL; script/test runs it with a server of its own"))
    func `a database has one directory and the directory that database`() async throws {
        let store = try await TestStore.open(in: directory)
        defer {
            TestStore.remove(store, of: directory)
            try? FileManager.default.removeItem(atPath: directory)
        }
        let server = try #require(TestStore.address(of: directory))
        _ = try await open("first", on: server)
        // Again, as after a restart.
        _ = try await open("first", on: server)
        await #expect { try await open("second", on: server) } throws: { ($0 as? HouseError)?.code == .otherNode }
        await #expect(throws: HouseError(.storeElsewhere, detail: directory + "/first")) {
            try await open("first", on: nil)
        }
        // What was refused is as it was before.
        _ = try await open("second", on: nil)
    }
}

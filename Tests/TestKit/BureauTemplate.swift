package import Catalog
import Foundation
package import Records
package import Standards
import Storage
import TestStore

/// A bureau that is made once, however many tests ask for it, and copied for each of them.
package actor BureauTemplate {
    private struct Original {
        /// Held, so that it is not removed; its store and its packet log are closed.
        let bureau: TestBureau
        let moment: Instant
    }

    private let capabilities: [Capability]
    private let start: Instant
    private let catalog: RuleCatalog?
    private let fill: @Sendable (TestBureau) async throws -> Void
    private var original: Task<Original, any Error>?

    /// - Parameters:
    ///   - start: where the bureau's clock stands before it is filled.
    ///   - catalog: its rules; nil for the bundled ones.
    ///   - fill: what happens in it.
    package init(
        _ capabilities: [Capability], at start: Instant, catalog: RuleCatalog? = nil,
        fill: @escaping @Sendable (TestBureau) async throws -> Void
    ) {
        self.capabilities = capabilities
        self.start = start
        self.catalog = catalog
        self.fill = fill
    }

    /// A bureau of one test, as `fill` left it.
    package nonisolated func bureau() async throws -> TestBureau {
        let original = try await made()
        let directory = TestBureau.newDirectory()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for part in ["attachments", "packets"] {
            try FileManager.default.copyItem(
                atPath: "\(original.bureau.directory)/\(part)", toPath: "\(directory)/\(part)")
        }
        try await TestStore.copy(from: original.bureau.directory, to: directory)
        return try await TestBureau(
            capabilities, directory: directory, clock: TestClock(original.moment), catalog: catalog)
    }

    private func made() async throws -> Original {
        if let original { return try await original.value }
        let task = Task { [capabilities, start, catalog, fill] in
            let bureau = try await TestBureau(capabilities, clock: TestClock(start), catalog: catalog)
            Leftovers.add(bureau.directory)
            try await fill(bureau)
            bureau.book.archive.packets.close()
            try await TestStore.close(bureau.book.database)
            return Original(bureau: bureau, moment: Instant(secondsSince1970: bureau.clock.milliseconds / 1_000))
        }
        original = task
        return try await task.value
    }
}

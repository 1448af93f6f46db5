package import Logging
package import Records
import ServiceLifecycle
package import Standards

/// The whole demo as one service: puts the district on record, lets its devices dial the gateway, and brings its history
/// in beside them.
package struct DemoDistrict: Service {
    private let book: RecordBook
    private let plan: DistrictPlan
    private let outlines: TownMap
    private let host: String
    private let port: Int
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let announce: @Sendable (String) -> Void
    private let whenRegistered: @Sendable () async throws -> Void

    /// - Parameters:
    ///   - host: where the gateway listens.
    ///   - announce: told in words what is being done, and when all is there.
    ///   - whenRegistered: called when every device is bound and before the first one dials.
    package init(
        book: RecordBook, plan: DistrictPlan, outlines: TownMap, host: String, port: Int,
        now: @escaping @Sendable () -> Instant, logger: Logger, announce: @escaping @Sendable (String) -> Void,
        whenRegistered: @escaping @Sendable () async throws -> Void
    ) {
        self.book = book
        self.plan = plan
        self.outlines = outlines
        self.host = host
        self.port = port
        self.now = now
        self.logger = logger
        self.announce = announce
        self.whenRegistered = whenRegistered
    }

    /// Runs until shut down.
    package func run() async throws {
        let setup = DemoSetup(plan: plan, outlines: outlines, book: book)
        let stretch = try await setup.prepare(now: now(), progress: announce)
        try await whenRegistered()
        let script = DemoScript(history: DemoHistory(plan: plan, today: now().beijingDate))
        let devices = DemoDevices(
            script: script, host: host, port: port, answeredThrough: stretch.answeredThrough, now: now, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await devices.run() }
            try await setup.importHistory(stretch, progress: announce)
            announce("演示数据已就绪")
            try await group.waitForAll()
        }
    }
}

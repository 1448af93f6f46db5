import Accounts
import Gateway
import Ledger
import Records
import ServiceLifecycle
import Site
import Storage
import UnixSignals

extension Serving {
    /// Serves pages only: everything that is looked at and recorded, beside the server that has the gateway. Both append to the one
    /// ledger of their database.
    func runPages() async throws {
        try await refuseStrangers()
        try await bureau.book.adopt(signing.verifier, by: Capabilities.localOperator)
        let monitor = ServerMonitor(
            version: Self.version, dataDirectory: bureau.path, gatewayAddress: nil, started: SystemClock.now(),
            quarantinedBytes: { 0 }, monotonic: SystemClock.uptimeMilliseconds)
        let desk = SignInDesk(book: bureau.book, secrets: SecretKey(from: signing))
        let client = openID.map { _ in OpenIDClient() }
        let services = bureau.services(
            tally: nil, monitor: monitor, desk: desk, openID: provider(client), isBehindProxy: isBehindProxy,
            hasTLS: tls != nil, site: site,
            signing: signing)
        let group = ServiceGroup(
            services: [
                PacketFollower(book: bureau.book, logger: logger), KeyRefusal(book: bureau.book, logger: logger),
                SignInKeeper(desk: desk, logger: logger), HealthSampler(services: services, logger: logger),
            ] + (try pages(services, remark: "（只提供网页，数采网关在另一个服务上）")) + [client].compactMap(\.self),
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        try await group.run()
    }
}

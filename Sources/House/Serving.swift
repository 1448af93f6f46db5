package import Accounts
import Casework
import Demo
package import Gateway
package import Ledger
package import Logging
import Monitoring
import Records
import Registry
import ServiceLifecycle
package import Site
import Standards
import Storage
import UnixSignals

/// The bureau's server: gateway, projection and web in one group that starts and stops together.
package struct Serving: Sendable {
    /// Of the product; versions begin with the first release.
    static let version = "unreleased"

    package let bureau: Bureau
    package let web: ListenAddress
    /// Where the gateway listens; nil for pages only, beside the server that has the gateway.
    package let gateway: ListenAddress?
    /// Signs the ledger.
    package let signing: SigningKey
    /// Whether devices that are not registered are answered too, whatever the switch on the screen says.
    package let capturesUnknown: Bool
    /// Whether a proxy stands before the web that offers TLS and says who asks.
    package let isBehindProxy: Bool
    /// The certificate of the web; nil for one that speaks HTTP.
    package let tls: TLSKeeper?
    /// The other system through which people may sign in; nil for none.
    package let openID: OpenIDSettings?
    /// The access passwords of upper platforms.
    package let upstreamPasswords: UpstreamPasswords
    /// The address under which people outside reach the pages; nil for none.
    package let site: String?
    /// What a peer may take of the gateway.
    package let limits: GatewayLimits
    package let logger: Logger
    /// Told what is listening where, in words.
    package let announce: @Sendable (String) -> Void

    /// - Throws: `HouseError` with `.openWeb` when passwords would travel in clear.
    package init(
        bureau: Bureau, web: ListenAddress, gateway: ListenAddress?, signing: SigningKey,
        capturesUnknown: Bool = false, isBehindProxy: Bool = false, tls: TLSKeeper? = nil,
        openID: OpenIDSettings? = nil,
        upstreamPasswords: UpstreamPasswords = .none,
        site: String? = nil, limits: GatewayLimits = GatewayLimits(), logger: Logger,
        announce: @escaping @Sendable (String) -> Void
    ) throws {
        if !web.isLoopback, !isBehindProxy, tls == nil { throw HouseError(.openWeb, detail: "\(web.host):\(web.port)") }
        self.isBehindProxy = isBehindProxy
        self.tls = tls
        self.openID = openID
        self.bureau = bureau
        self.web = web
        self.gateway = gateway
        self.signing = signing
        self.capturesUnknown = capturesUnknown
        self.upstreamPasswords = upstreamPasswords
        self.site = site
        self.limits = limits
        self.logger = logger
        self.announce = announce
    }

    /// Serves until a signal ends it.
    package func run() async throws {
        guard let gateway else { return try await runPages() }
        try await run(gateway, try await .open(bureau.book, keys: bureau.keys), beside: [])
    }

    /// Serves with the made-up district and its devices.
    ///
    /// - Throws: `DemoError` when the district's files are not there.
    package func runDemo() async throws {
        guard let gateway else { return try await runPages() }
        let devices = try await DeviceDirectory.open(bureau.book, keys: bureau.keys)
        let district = DemoDistrict(
            book: bureau.book, plan: try DistrictPlan.load(), outlines: try TownMap.load(), host: gateway.host,
            port: gateway.port, now: SystemClock.now, logger: logger, announce: announce,
            whenRegistered: {
                try await devices.refresh()
                try await bringDemoMatters()
                try await bringDemoLedgers()
            })
        try await run(gateway, devices, beside: [district])
    }

    /// Brings the made-up cases in where there is none yet, as a bureau brings in what it kept elsewhere.
    private func bringDemoMatters() async throws {
        let isEmpty = try await bureau.book.database.read { try MatterStore.count(MatterStore.Query(), in: $0) == 0 }
        guard isEmpty else { return }
        let matters = DemoMatters(plan: try DistrictPlan.load(), today: SystemClock.now().beijingDate)
        let plan = try await MatterImport(try matters.text, into: bureau)
        if let fault = plan.faults.first { throw MatterLineFault("演示办件第 \(fault.line) 行：\(fault.message)") }
        try await bureau.book.record(plan.actions)
        announce("移入演示办件 \(plan.count) 件")
    }

    /// Enters the made-up ledgers where there is no entry yet.
    private func bringDemoLedgers() async throws {
        let (book, today) = (bureau.book, SystemClock.now().beijingDate)
        let ledgers = try WorkLedger.all(on: today, in: bureau.catalog)
        let isEmpty = try await book.database.read { connection in
            try ledgers.allSatisfy { try LedgerEntryStore.count(of: $0.id, year: nil, in: connection) == 0 }
        }
        guard isEmpty else { return }
        let known = Dictionary(ledgers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let actions = DemoLedgers(plan: try DistrictPlan.load(), today: today).entries.compactMap { entry -> Action? in
            guard let ledger = known[entry.ledger] else { return nil }
            return LedgerEntryActions.enter(
                MintedID.mint(at: SystemClock.milliseconds()), ledger.values(of: entry.values).values, into: ledger,
                by: Capabilities.localOperator)
        }
        try await book.record(actions)
        announce("登记演示台账 \(actions.count) 条")
    }

    private func run(
        _ gateway: ListenAddress, _ devices: DeviceDirectory, beside extra: [any Service]
    ) async throws {
        let tally = GatewayTally(isCaptureForced: capturesUnknown)
        // The log stays in the order of its times, also when the clock was set back while the service was down.
        if let last = try await bureau.book.database.read({ try DeviceStore.lastReceived(in: $0) }) {
            tally.clock.start(after: last)
        }
        try await refuseStrangers()
        try await warnOfKeys()
        warnOfDamage()
        try await bureau.book.adopt(signing.verifier, by: Capabilities.localOperator)
        let announce = announce
        let mailbox = DeskMailbox()
        let forwarding = ForwardingBoard(passwords: upstreamPasswords)
        let monitor = ServerMonitor(
            version: Self.version, dataDirectory: bureau.path, gatewayAddress: "\(gateway.host):\(gateway.port)",
            started: SystemClock.now(), quarantinedBytes: { devices.quarantinedBytes },
            monotonic: SystemClock.uptimeMilliseconds)
        let desk = SignInDesk(book: bureau.book, secrets: SecretKey(from: signing))
        let client = openID.map { _ in OpenIDClient() }
        let services = bureau.services(
            tally: tally, lines: mailbox.lines, forwarding: forwarding, monitor: monitor, desk: desk,
            openID: provider(client),
            isBehindProxy: isBehindProxy, hasTLS: tls != nil, site: site, signing: signing)
        let server = GatewayServer(
            host: gateway.host, port: gateway.port, log: bureau.book.archive.packets,
            intake: PacketIntake(devices: devices, capturesUnknown: capturesUnknown, tally: tally),
            limits: limits, listener: mailbox, clock: SystemClock.milliseconds, logger: logger
        ) { port in announce("数采网关（HJ 212） \(gateway.host):\(port)") }
        let pages = try pages(services)
        defer { bureau.book.archive.packets.close() }
        let group = ServiceGroup(
            services: [
                server, DeviceWatch(devices: devices, clock: tally.clock, logger: logger),
                PacketProjector(book: bureau.book, tally: tally, logger: logger),
                CommandDesk(
                    book: bureau.book, mailbox: mailbox, keys: bureau.keys, clock: tally.clock, logger: logger),
                CheckpointService(book: bureau.book, key: signing, logger: logger),
                ReminderService(round: ReminderRound(bureau.book), logger: logger),
                AlertService(round: AlertRound(bureau.book), logger: logger),
                SegmentKeeper(book: bureau.book, logger: logger), SegmentWishes(book: bureau.book, logger: logger),
                SignInKeeper(desk: desk, logger: logger),
                GatewayHeartbeat(book: bureau.book, logger: logger),
                ForwardingService(
                    book: bureau.book, board: forwarding, keys: bureau.keys, ownPort: gateway.port,
                    clock: SystemClock.milliseconds, logger: logger),
                HealthSampler(services: services, logger: logger),
            ] + pages + [client].compactMap(\.self) + extra,
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        try await group.run()
    }

    /// Serves the pages and looks after their certificate, also when the operator says so.
    ///
    /// - Parameter remark: what is said behind the address.
    func pages(_ services: SiteServices, remark: String = "") throws -> [any Service] {
        let (web, tls, announce) = (web, tls, announce)
        let site = try makeSiteService(services, host: web.host, port: web.port, tls: tls, logger: logger) { port in
            announce("网页 \(tls == nil ? "http" : "https")://\(web.host):\(port)/\(remark)")
            if let tls { announce("TLS 证书有效期至 \(tls.end.beijingDate)") }
        }
        let service: any Service = WebService(site: site, address: web)
        return [service] + (tls.map { tls in [tls, HangupService { tls.reload() }] } ?? [])
    }

    /// The sign-in of the city, where the bureau set one.
    func provider(_ client: OpenIDClient?) -> OpenIDProvider? {
        guard let openID, let client else { return nil }
        return OpenIDProvider(openID, returnPath: SiteRoute.openIDReturn.rawValue) { try await client.fetch($0) }
    }

    /// Nobody else may reach a server on which whoever sits at the machine acts.
    func refuseStrangers() async throws {
        let hasAccounts = try await bureau.book.database.read { try AccountStore.hasAccounts(in: $0) }
        if hasAccounts { return }
        for address in [web, gateway].compactMap({ $0 }) where !address.isLoopback {
            throw HouseError(.notLoopback, detail: "\(address.host):\(address.port)")
        }
    }

    private func warnOfDamage() {
        guard let end = bureau.damagedPackets else { return }
        announce(
            "注意：报文库从地址 \(end.rawValue) 起有已读成数据的报文损坏或丢失。原文件保持原样，新报文另存一段，不受影响；"
                + "请停止服务，运行 qingheng verify 查明范围，再从备份取回（qingheng restore）")
    }

    /// Says which keys are not there: what their devices send is kept and neither answered nor read.
    private func warnOfKeys() async throws {
        let keys = bureau.keys
        let (missing, devices) = try await bureau.book.database.read { connection in
            (
                try KeyRegister.missing(from: keys, in: connection),
                try KeyRegister.devicesWithoutKey(from: keys, in: connection)
            )
        }
        let ids = Set(missing + devices.map(\.id)).sorted()
        if ids.isEmpty { return }
        announce("注意：缺少 SM4 密钥 \(ids.joined(separator: "、"))，其设备的加密报文只保存，不应答，也读不成数据。请用 --keys 指明密钥文件后重新启动")
    }
}

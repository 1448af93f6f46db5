import Accounts
import Gateway
import House
import Ledger
import Logging
import Records
import Site
import Storage

extension ListenOptions {
    /// Opens the store and makes the server, which says on standard output where it listens.
    ///
    /// - Parameters:
    ///   - signing: signs the ledger.
    ///   - options: what a peer of the gateway may take.
    ///   - keys: those of devices that cipher what they send.
    ///   - capturesUnknown: whether devices that are not registered are answered too.
    ///   - upstreamPasswords: the file of the access passwords of upper platforms; nil for none.
    ///   - remark: what the first line says of the store.
    func serving(
        _ data: DataOptions, signing: SigningKey, gateway options: GatewayOptions, keys: KeyStore = .none,
        capturesUnknown: Bool = false,
        upstreamPasswords: String? = nil, remark: String
    ) async throws -> Serving {
        let addresses = try addresses()
        let passwords = try upstreamPasswords.map(UpstreamPasswords.reading) ?? .none
        let serving = try Serving(
            bureau: try await data.open(keys: keys), web: addresses.web, gateway: addresses.gateway,
            signing: signing, capturesUnknown: capturesUnknown, isBehindProxy: behindProxy, tls: try tls(),
            openID: try openid.map { try OpenIDSettings.reading($0, site: site) },
            upstreamPasswords: passwords, site: site, limits: options.limits, logger: Self.logger()
        ) { Terminal.say($0) }
        if capturesUnknown { Terminal.say("未登记的设备也应答（--capture-unknown），直到服务停止") }
        try await sayStore(data, serving.bureau, remark)
        return serving
    }

    /// Opens the store beside the server that has the gateway, and makes a server of pages only.
    func servingPages(_ data: DataOptions, signing: SigningKey) async throws -> Serving {
        let bureau = try await Bureau.openPages(
            data.path, server: try data.server, overlay: data.overlay, clock: SystemClock.milliseconds)
        let serving = try Serving(
            bureau: bureau, web: try addresses().web, gateway: nil, signing: signing, isBehindProxy: behindProxy,
            tls: try tls(), openID: try openid.map { try OpenIDSettings.reading($0, site: site) }, site: site,
            logger: Self.logger()
        ) { Terminal.say($0) }
        try await sayStore(data, bureau, "只提供网页")
        return serving
    }

    /// Keeps the certificate; nil where none was named.
    private func tls() throws -> TLSKeeper? {
        guard let tlsCertificate, let tlsKey else { return nil }
        return try TLSKeeper(certificate: tlsCertificate, key: tlsKey, logger: Self.logger())
    }

    private static func logger() -> Logger {
        var logger = Logger(label: "qingheng") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        return logger
    }

    private func sayStore(_ data: DataOptions, _ bureau: Bureau, _ remark: String) async throws {
        let place = try data.server.map { "；数据库 \($0.place)" } ?? ""
        Terminal.say("数据目录 \(data.path)\(place)；\(try await access(to: bureau, remark))")
    }

    /// Who can reach the server, in words.
    private func access(to bureau: Bureau, _ store: String) async throws -> String {
        let hasAccounts = try await bureau.book.database.read { try AccountStore.hasAccounts(in: $0) }
        let access = hasAccounts ? "须登录后使用" : "还没有账户，仅限本机使用，本机操作人可做一切操作"
        return store.isEmpty ? access : "\(store)；\(access)"
    }
}

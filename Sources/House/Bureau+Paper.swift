import Accounts
import Gateway
import Ledger
package import Records
import Site
import Storage

extension Bureau {
    /// What the web needs of this bureau.
    ///
    /// - Parameters:
    ///   - tally: of the gateway that runs in this process; nil for none.
    ///   - lines: connections of that gateway; nil for none.
    ///   - forwarding: of the forwarding that runs in this process; nil for none.
    ///   - monitor: of this process; nil for none.
    ///   - desk: where people sign in; nil for none.
    ///   - openID: the other system through which people may sign in.
    ///   - isBehindProxy: whether a proxy with TLS stands before the web.
    ///   - hasTLS: whether the web offers TLS itself.
    ///   - site: the address under which people outside reach the pages; nil for none.
    ///   - key: signs the ledger behind documents that are sealed on the web; nil where this process cannot.
    func services(
        tally: GatewayTally?, lines: LineTable? = nil, forwarding: ForwardingBoard? = nil,
        monitor: ServerMonitor? = nil, desk: SignInDesk? = nil, openID: OpenIDProvider? = nil,
        isBehindProxy: Bool = false, hasTLS: Bool = false,
        site: String? = nil,
        signing key: SigningKey? = nil
    ) -> SiteServices {
        var reachable: (@Sendable () -> Set<String>)?
        if let lines { reachable = { Set(lines.reachable.keys) } }
        return SiteServices(
            book: book, past: past, figures: figures, papers: papers, sources: Capabilities.sources,
            operator: Capabilities.localOperator, clock: SystemClock.now, gatewayTally: tally,
            reachableDevices: reachable, lines: lines,
            forwarding: forwarding, keys: keys, monitor: monitor, evidence: Capabilities.evidence,
            sign: key.map { key in { @Sendable in try await sign(with: key) } }, publicAddress: site, desk: desk,
            openID: openID, isBehindProxy: isBehindProxy, hasTLS: hasTLS,
            formToken: key.map(FormToken.init(of:)) ?? .random())
    }

    /// A document as docx.
    ///
    /// - Parameters:
    ///   - period: `2026-11-21`, `2026-10` for a month, `2025` for a year.
    ///   - asOf: the present, or a record of the ledger.
    ///   - site: the address under which readers reach the bureau's pages, for the links; nil leaves them out.
    /// - Throws: `ReportingError` when there is no such document, `SiteError` for a period that is none, `DocumentError`.
    package func docx(_ id: String, period: String, asOf: AsOf = .live, site: String?) async throws -> [UInt8] {
        try await ReportFile.docx(id, period: period, asOf: asOf, of: services(tally: nil), site: site).bytes
    }
}

extension FormToken {
    /// The same in every server of a bureau, so that a form may be answered by another one than sent it.
    fileprivate init(of key: SigningKey) {
        let bytes = key.derivedKey(for: "qingheng form word v1").prefix(16)
        self.init(text: Hexadecimal.text(bytes))
    }
}

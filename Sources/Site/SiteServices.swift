package import Accounts
package import Gateway
package import Records
package import Reporting
package import Standards

/// What the web needs of the house.
package struct SiteServices: Sendable {
    /// The store, and the only way to write.
    package let book: RecordBook
    /// The states of the past; nil where none can be asked for.
    package let past: PastStates?
    /// Files, packets and rules; the rules are those of the moment that is shown.
    package private(set) var archive: Archive
    package private(set) var figures: FigureBook
    package private(set) var papers: PaperBook
    /// The past moment that is shown; nil for the present.
    package private(set) var moment: PastMoment?
    /// What judging drafts needs.
    var drafting: DraftRules { DraftRules(people: .accounts) { [sources] in sources } }
    /// Where inputs of figures are traced to.
    package let sources: [any FigureSource]
    /// Who acts: the person signed in, or as long as there are no accounts whoever sits at the machine.
    package private(set) var actor: Actor
    /// Who asks for the page; the machine's own operator outside of a request.
    package private(set) var visitor = Visitor.localOperator
    /// Where people sign in; nil where there are no accounts in this process.
    package let desk: SignInDesk?
    /// The present moment, or the past one that is shown.
    package private(set) var clock: @Sendable () -> Instant
    /// What the gateway met since it started; nil where none runs in this process.
    package let gatewayTally: GatewayTally?
    /// The devices that have a connection now; nil where that is not known.
    package let reachableDevices: (@Sendable () -> Set<String>)?
    /// How forwarding to upper platforms stands; nil where none runs in this process.
    package let forwarding: ForwardingBoard?
    /// The keys of devices that cipher what they send.
    package let keys: KeyStore
    /// What is known of the process; nil where nobody watches it.
    package let monitor: ServerMonitor?
    /// Over which connections devices can be reached; nil where no gateway runs in this process.
    package let lines: LineTable?
    /// How raw evidence is proved.
    let evidence: [any EvidenceSource]
    /// Signs the ledger as it is now; nil where this process has no key.
    let sign: (@Sendable () async throws -> Void)?
    /// The address under which people outside reach the pages, for what leaves the house; nil for none.
    let publicAddress: String?
    /// The other system through which people may sign in; nil for none.
    package let openID: OpenIDProvider?
    /// Whether a proxy stands before the site that offers TLS and says who asks.
    package let isBehindProxy: Bool
    /// Whether browsers reach it over TLS only, its own or a proxy's.
    package let isSecure: Bool
    /// Stands in every form and must come back with it.
    package private(set) var formToken: FormToken

    package init(
        book: RecordBook, past: PastStates? = nil, figures: FigureBook, papers: PaperBook, sources: [any FigureSource],
        operator localOperator: Actor, clock: @escaping @Sendable () -> Instant, gatewayTally: GatewayTally?,
        reachableDevices: (@Sendable () -> Set<String>)? = nil, lines: LineTable? = nil,
        forwarding: ForwardingBoard? = nil, keys: KeyStore = .none,
        monitor: ServerMonitor? = nil, evidence: [any EvidenceSource] = [],
        sign: (@Sendable () async throws -> Void)? = nil, publicAddress: String? = nil, desk: SignInDesk? = nil,
        openID: OpenIDProvider? = nil, isBehindProxy: Bool = false, hasTLS: Bool = false,
        formToken: FormToken = .random()
    ) {
        self.book = book
        self.past = past
        archive = book.archive
        self.figures = figures
        self.papers = papers
        self.sources = sources
        actor = localOperator
        self.desk = desk
        self.openID = openID
        self.isBehindProxy = isBehindProxy
        isSecure = isBehindProxy || hasTLS
        self.clock = clock
        self.gatewayTally = gatewayTally
        self.reachableDevices = reachableDevices
        self.forwarding = forwarding
        self.keys = keys
        self.monitor = monitor
        self.lines = lines
        self.evidence = evidence
        self.sign = sign
        self.publicAddress = publicAddress
        self.formToken = formToken
    }
}

extension SiteServices {
    /// The same for pages that show a past state: its rules, its figures, its time.
    ///
    /// - Throws: `CatalogError` when this version of the program cannot read the rules of then.
    func showing(_ state: PastState) throws -> SiteServices {
        var then = self
        then.archive = state.archive
        then.figures = try state.figures(sources)
        then.papers = try PaperBook(state.archive.catalog, figures: then.figures, sources: sources)
        let moment = PastMoment(
            sequence: state.selection.end, time: Instant(milliseconds: state.timeMilliseconds),
            rulesRecord: state.rulesRecord)
        then.moment = moment
        then.clock = { moment.time }
        return then
    }

    /// The same for what one request does.
    func acting(for visitor: Visitor) -> SiteServices {
        var services = self
        services.visitor = visitor
        switch visitor {
        case .localOperator: break
        case .signedIn(let person):
            services.actor = person.actor
            services.formToken = FormToken(text: person.formWord)
        case .nobody: services.actor = Actor(id: "nobody", permissions: [])
        }
        return services
    }

    /// Whether nobody can tell who sits at the machine, so that no second person can be proved.
    var isWithoutPeople: Bool { actor.id == CommandActions.operatorWithoutAccounts }
}

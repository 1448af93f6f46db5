package import Hummingbird

/// All routes of the site, behind the checks that hold for every request.
///
/// - Throws: `SiteError` when templates or assets are not there, `MustacheTemplate.ParserError`.
package func buildRouter(_ services: SiteServices) throws -> Router<SiteContext> {
    let shell = try SiteShell(services)
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    if let monitor = services.monitor { router.add(middleware: RequestCounting(tally: monitor.requests)) }
    router.add(middleware: SecurityHeaders(isSecure: services.isSecure))
    router.add(middleware: Recognition(services: services, errors: ErrorPages(shell: shell)))
    router.add(middleware: ErrorPages(shell: shell))
    router.add(middleware: HostCheck())
    router.add(middleware: APIMethodCheck())
    router.add(middleware: OriginCheck())
    MorningRoutes(shell: shell).add(to: router)
    StationRoutes(shell: shell).add(to: router)
    ReviewRoutes(shell: shell).add(to: router)
    ReviewMatrixRoutes(shell: shell).add(to: router)
    ReviewSuperiorRoutes(shell: shell).add(to: router)
    WaterRoutes(shell: shell).add(to: router)
    AnalysisRoutes(shell: shell).add(to: router)
    LeadRoutes(shell: shell).add(to: router)
    ExplainRoutes(shell: shell).add(to: router)
    ReportRoutes(shell: shell).add(to: router)
    ClaimRoutes(shell: shell).add(to: router)
    EvidenceRoutes(shell: shell).add(to: router)
    AdoptionRoutes(shell: shell).add(to: router)
    DeviceRoutes(shell: shell).add(to: router)
    HealthRoutes(shell: shell).add(to: router)
    UpstreamRoutes(shell: shell).add(to: router)
    CommandRoutes(shell: shell).add(to: router)
    MatterRoutes(shell: shell).add(to: router)
    CasePaperRoutes(shell: shell).add(to: router)
    ScoreRoutes(shell: shell).add(to: router)
    LawRoutes(shell: shell).add(to: router)
    ReportCheckRoutes(shell: shell).add(to: router)
    PublicRoutes(shell: shell).add(to: router)
    PublicationRoutes(shell: shell).add(to: router)
    CaseFileRoutes(shell: shell).add(to: router)
    DisclosureRoutes(shell: shell).add(to: router)
    RuleRoutes(shell: shell).add(to: router)
    ClockOverviewRoutes(shell: shell).add(to: router)
    SignInRoutes(shell: shell).add(to: router)
    OpenIDRoutes(shell: shell).add(to: router)
    OwnAccountRoutes(shell: shell).add(to: router)
    PeopleRoutes(shell: shell).add(to: router)
    LeaveRoutes(shell: shell).add(to: router)
    AuditRoutes(shell: shell).add(to: router)
    APIRoutes(shell: shell).add(to: router)
    SourceRoutes(shell: shell).add(to: router)
    SourceImportRoutes(shell: shell).add(to: router)
    MapRoutes(shell: shell).add(to: router)
    SourceMatchRoutes(shell: shell).add(to: router)
    SourceAttachmentRoutes(shell: shell).add(to: router)
    let assets = shell.assets
    router.get(SiteRoute.assets) { request, context in
        try assets.response(to: request, path: context.parameters.getCatchAll().joined(separator: "/"))
    }
    return router
}

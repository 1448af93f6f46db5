import Hummingbird
import Records

/// 时限总览.
struct ClockOverviewRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.clockOverview) { request, _ in
            let query = RequestQuery(request)
            let wanted = ClockOverviewPage.Query(
                unit: query.text("unit") ?? "", level: query.text("level") ?? "",
                page: query.number("page", otherwise: 1))
            return try await shell.page(.clockOverview, asOf: try query.asOf) { try ClockOverviewPage(wanted, in: $0) }
        }
    }
}

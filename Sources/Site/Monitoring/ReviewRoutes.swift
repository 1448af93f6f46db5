import Hummingbird
import Standards

/// 审核记录.
struct ReviewRoutes {
    /// Without parameters the log shows so many days up to today.
    private static let days = 7

    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.reviews) { request, _ in
            let query = RequestQuery(request)
            let from = try query.date("from")
            let to = try query.date("to")
            let station = query.text("station")
            let page = query.number("page", otherwise: 1)
            return try await shell.page(.reviewLog) { context in
                let end = to ?? max(context.today, from ?? context.today)
                let start = min(from ?? end.adding(days: 1 - Self.days), end)
                return try ReviewLogPage(from: start, to: end, station: station, page: page, in: context)
            }
        }
    }
}

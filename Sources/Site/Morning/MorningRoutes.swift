import Hummingbird

/// The first screen and its printed page.
struct MorningRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.morning) { request, _ in
            let query = RequestQuery(request)
            let date = try query.date("date")
            return try await shell.page(.morning) { try MorningPage(date ?? $0.yesterday, in: $0) }
        }
        router.get(.print) { request, _ in
            let query = RequestQuery(request)
            let date = try query.date("date")
            return try await shell.page(.morningPrint) { try MorningPrintPage(date ?? $0.yesterday, in: $0) }
        }
    }
}

import Hummingbird

/// 法律与裁量.
struct LawRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.law) { request, _ in
            let query = RequestQuery(request)
            let search = LawPage.Search(text: query.text("q") ?? "", category: query.text("category") ?? "")
            return try await shell.page(.law) { try LawPage(search, in: $0) }
        }
        router.get(.violation) { request, context in
            let code = try context.segment("violation")
            let query = try ViolationQuery(RequestQuery(request))
            return try await shell.page(.violation) { try ViolationPage(code, query, in: $0) }
        }
    }
}

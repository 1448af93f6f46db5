import Hummingbird

/// 规则目录.
struct RuleRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.rules) { request, _ in
            let text = RequestQuery(request).text("show")
            guard let filter = text.map({ RuleFilter(rawValue: $0) }) ?? .all else {
                throw SiteError(.badParameter, subject: "show", detail: text ?? "")
            }
            return try await shell.page(.rules) { RulesPage(filter, in: $0) }
        }
        router.get(.rule) { _, context in
            let id = try context.segment("rule")
            return try await shell.page(.rule) { try RulePage(id, in: $0) }
        }
    }
}

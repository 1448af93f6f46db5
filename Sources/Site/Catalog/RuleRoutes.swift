import Hummingbird

/// 规则目录.
struct RuleRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.rules) { _, _ in try await shell.page(.rules) { RulesPage(in: $0) } }
        router.get(.rule) { _, context in
            let id = try context.segment("rule")
            return try await shell.page(.rule) { try RulePage(id, in: $0) }
        }
    }
}

import Hummingbird

/// Surface water: the sections of a month, a section.
struct WaterRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.water) { request, _ in
            let month = try RequestQuery(request).month("month")
            return try await shell.page(.water) { context in
                let fallback = try WaterMonthSheet.defaultMonth(on: context.today, in: context)
                return try WaterPage(month ?? fallback, in: context)
            }
        }
        router.get(.section) { request, context in
            let id = try context.segment("section")
            let month = try RequestQuery(request).month("month")
            return try await shell.page(.section) { try SectionPage(id, month: month, in: $0) }
        }
    }
}

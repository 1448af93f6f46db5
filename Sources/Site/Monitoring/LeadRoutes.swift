import Documents
import Hummingbird

/// Leads: hours above a limit by the outlet's own monitor, and their paper.
struct LeadRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.leads) { _, _ in try await shell.page(.leads) { try LeadsPage(in: $0) } }
        router.get(.lead) { _, context in
            let outlet = try context.segment("outlet")
            let date = try RequestQuery.date(try context.segment("date"), "日期")
            return try await shell.page(.lead) { try LeadPage(outlet, on: date, in: $0) }
        }
        router.get(.leadDocx) { request, context in
            let outlet = try context.segment("outlet")
            let date = try RequestQuery.date(try context.segment("date"), "日期")
            let paper = try await shell.read { LeadPaper.paper(try LeadSheet(outlet, on: date, in: $0), in: $0) }
            return FileResponse.docx(
                try DocxWriter(siteAddress: SiteAddress.of(request)).write(paper), name: paper.name)
        }
    }
}

import Casework
import Dossier
import Records
import Standards

extension CaseContentsPage {
    init(_ id: String, in context: PageContext) throws {
        let file = try CasePaperPage.file(id, in: context)
        let order = try ArchiveOrder(context.catalog, on: context.today)
        let stored = try PaperStore.papers(of: file.id, in: context.connection)
        let matter = SiteURL.matter(file.id)
        self.init(
            frame: PageFrame(
                "案卷目录", in: context, at: .matters, path: [Breadcrumb(label: file.title, href: matter.path)]),
            matterTitle: file.title, matterHref: matter.path, docxHref: SiteURL(.matterArchive, ["matter": id]).path,
            rows: order.sorted(file.papers.filter { !$0.isSpoiled }).enumerated().compactMap { index, paper in
                guard let found = stored.first(where: { $0.paper.id == paper.id }) else { return nil }
                let (standing, tone) = CasePaperPage.state(found)
                return Row(
                    number: index + 1, name: paper.document, href: SiteURL.paper(paper.id, of: id).path,
                    paperNumber: paper.number ?? "—", day: paper.day?.description ?? "—", standing: standing, tone: tone
                )
            })
    }
}

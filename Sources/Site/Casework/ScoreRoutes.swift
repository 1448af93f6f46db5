import Casework
import Documents
import Dossier
import Hummingbird
import Records

/// 案卷评查: the sheet, answers to what no program decides, faults that a leader lets pass.
struct ScoreRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.matterScore) { _, context in
            let id = try context.segment("matter")
            return try await shell.page(.score) { try ScorePage(id, error: nil, in: $0) }
        }
        router.get(.matterScoreDocx) { _, context in
            let id = try context.segment("matter")
            let paper = try await shell.read { try ScorePage.printed(id, in: $0) }
            return FileResponse.docx(try DocxWriter().write(paper), name: "案卷评查表")
        }
        router.post(.matterScore) { request, context in
            let id = try context.segment("matter")
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let item = fields.first("item").flatMap { Int($0) } ?? 0
            let reason = fields.first("reason") ?? ""
            let matter = MatterID(rawValue: id)
            let actor = shell.services.actor
            let action =
                switch fields.first("answer") {
                case "override": ReviewActions.override(item, reason: reason, of: matter, by: actor)
                case let answer:
                    ReviewActions.answer(item, isFault: answer == "fault", reason: reason, of: matter, by: actor)
                }
            do {
                try await shell.services.book.record(action)
                return .redirect(to: SiteURL(.matterScore, ["matter": id]).path)
            } catch {
                let message: String
                if let refusal = error as? PaperRefusal {
                    message = refusal.message + "。"
                } else {
                    message = try await MatterRoutes.message(error, shell)
                }
                return try await shell.page(.score, status: .unprocessableContent) {
                    try ScorePage(id, error: message, in: $0)
                }
            }
        }
    }
}

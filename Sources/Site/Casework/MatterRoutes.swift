import Casework
import Hummingbird
import Records

/// 办件: lists, one matter, its steps and other acts, what waits for somebody.
struct MatterRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        addReading(to: router)
        addWriting(to: router)
    }

    private func addReading(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.matters) { request, _ in
            let query = try MatterQuery(RequestQuery(request))
            return try await shell.page(.matters) { try MattersPage(query, in: $0) }
        }
        router.get(.work) { _, _ in try await shell.page(.work) { try WorkPage(in: $0) } }
        router.get(.newMatter) { request, _ in
            let fields = FormFields(request.uri.query ?? "")
            return try await shell.page(.newMatter) { try NewMatterPage(fields, error: nil, in: $0) }
        }
        router.get(.matter) { request, context in
            let id = try context.segment("matter")
            let query = RequestQuery(request)
            let asOf = try query.record("asof")
            let notice = query.text("recorded") == nil ? nil : "已记入台账。"
            return try await shell.page(.matter) { try MatterPage(id, asOf: asOf, notice: notice, in: $0) }
        }
        router.get(.matterStep) { _, context in
            let (id, name) = (try context.segment("matter"), try context.segment("action"))
            return try await shell.page(.step) { try StepPage(id, name, nil, error: nil, in: $0) }
        }
        router.get(.matterAct) { _, context in
            let (id, kind) = try Self.act(context)
            return try await shell.page(.matterAct) { try MatterActPage(id, kind, nil, error: nil, in: $0) }
        }
    }

    private func addWriting(to router: Router<SiteContext>) {
        let shell = shell
        router.post(.newMatter) { request, context in
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            do {
                let id = try await MatterRecording(services: shell.services).open(fields, shell)
                return .redirect(to: SiteURL.matter(id, recorded: true).path)
            } catch {
                let message = try await Self.message(error, shell)
                return try await shell.page(.newMatter, status: .unprocessableContent) {
                    try NewMatterPage(fields, error: message, in: $0)
                }
            }
        }
        router.post(.matterStep) { request, context in
            let (id, name) = (try context.segment("matter"), try context.segment("action"))
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let attempt = StepAttempt(fields: fields)
            do {
                try await MatterRecording(services: shell.services).take(name, of: id, attempt, shell)
                return .redirect(to: SiteURL.matter(MatterID(rawValue: id), recorded: true).path)
            } catch {
                let message = try await Self.message(error, shell)
                return try await shell.page(.step, status: .unprocessableContent) {
                    try StepPage(id, name, attempt, error: message, in: $0)
                }
            }
        }
        router.post(.matterAct) { request, context in
            let (id, kind) = try Self.act(context)
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            do {
                try await MatterRecording(services: shell.services).act(kind, of: id, fields, shell)
                return .redirect(to: SiteURL.matter(MatterID(rawValue: id), recorded: true).path)
            } catch {
                let message = try await Self.message(error, shell)
                return try await shell.page(.matterAct, status: .unprocessableContent) {
                    try MatterActPage(id, kind, fields, error: message, in: $0)
                }
            }
        }
    }

    private static func act(_ context: SiteContext) throws -> (id: String, kind: MatterActKind) {
        let text = try context.segment("act")
        guard let kind = MatterActKind(rawValue: text) else { throw SiteError(.notFound, subject: text) }
        return (try context.segment("matter"), kind)
    }

    /// Why nothing was recorded, with names.
    ///
    /// - Throws: the error itself where it is no matter of the form.
    static func message(_ error: any Error, _ shell: SiteShell) async throws -> String {
        let words = try await shell.read { try CaseworkNames(in: $0).message(error) }
        guard let words else { throw error }
        return words
    }
}

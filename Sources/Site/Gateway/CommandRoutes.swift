import Hummingbird

/// Commands to a device: the page, and what is posted from it.
struct CommandRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        @Sendable func recording() -> CommandRecording { CommandRecording(services: shell.services) }
        router.get(.deviceCommands) { request, context in
            let mn = try context.segment("mn")
            let query = RequestQuery(request)
            let command = query.text("command")
            let recorded = query.text("recorded").flatMap { Int64($0) }
            return try await shell.page(.deviceCommands) {
                try CommandPage(mn, command: command, recorded: recorded, in: $0)
            }
        }
        router.post(.deviceCommands) { request, context in
            let mn = try context.segment("mn")
            let fields = try await FormFields(posted: request, in: context)
            switch try await recording().record(fields, of: mn) {
            case .recorded(let sequence):
                return .redirect(to: SiteURL.deviceCommands(mn, recorded: sequence).path)
            case .refused(let attempt):
                return try await shell.page(.deviceCommands, status: .unprocessableContent) {
                    try CommandPage(mn, command: attempt.name, attempt: attempt, in: $0)
                }
            case .refusedAct(let words):
                return try await shell.page(.deviceCommands, status: .unprocessableContent) {
                    try CommandPage(mn, refusal: words, in: $0)
                }
            }
        }
    }
}

import Gateway
import Ledger
import Records
import Registry
import Standards
import Storage

/// Puts on record what was posted about commands to a device, or says why not.
struct CommandRecording {
    enum Answer: Sendable {
        case recorded(Int64)
        /// The form of a command stays with its content.
        case refused(CommandAttempt)
        /// Something else was wanted than a new command.
        case refusedAct(String)
    }

    let services: SiteServices

    func record(_ fields: FormFields, of mn: String) async throws -> Answer {
        let hasToken = services.formToken.isIn(fields)
        let expired = "页面已过期，没有记入。请核对后再提交一次。"
        if fields.first("act") == "request" { return try await request(fields, of: mn, hasToken ? nil : expired) }
        guard hasToken else { return .refusedAct(expired) }
        let actor = services.actor
        do {
            switch fields.first("act") {
            case "configure":
                var settings = ExchangeSettings()
                settings.asksForGaps = fields.first("gaps") == "on"
                settings.checksClocks = fields.first("clocks") == "on"
                settings.setsClocks = fields.first("setting") == "on"
                return .recorded(try await services.book.record(CommandActions.configure(settings, by: actor)).sequence)
            case let act? where act == "withdraw" || act == "confirm":
                let id = fields.first("id") ?? ""
                guard let command = try await services.book.database.read({ try CommandStore.command(id, in: $0) })
                else { return .refusedAct("没有这条命令。请刷新页面。") }
                let text = fields.first("reason") ?? ""
                let action =
                    act == "confirm"
                    ? CommandActions.confirm(command, note: text, by: actor)
                    : CommandActions.withdraw(command, reason: text, by: actor)
                return .recorded(try await services.book.record(action).sequence)
            default: return .refusedAct("没有选择操作，没有记入。")
            }
        } catch let error as CommandError {
            return .refusedAct("没有记入：\(error.message)。")
        } catch let error as RecordsError {
            return .refusedAct(Self.words(error))
        }
    }

    private func request(_ fields: FormFields, of mn: String, _ problem: String?) async throws -> Answer {
        let book = try CommandBook(services.book.archive.catalog, on: services.clock().beijingDate)
        var attempt = CommandAttempt(fields, definition: book.definition(fields.first("command") ?? ""))
        let ownership = try await services.book.database.read {
            try RegistryStore.bindings(of: mn, in: $0).last?.settings.ownership
        }
        guard let ownership else { throw SiteError(.unknownObject, subject: "设备", detail: mn) }
        if let problem {
            attempt.error = problem
            return .refused(attempt)
        }
        var request = CommandRequest(
            mn: mn, name: attempt.name, parameters: attempt.parameters, reason: attempt.reason, basis: attempt.basis)
        request.matter = attempt.matter
        request.noticeOn = attempt.noticeOn
        request.noticeManner = attempt.noticeManner
        let milliseconds = services.clock().secondsSince1970 * 1_000
        do {
            let record = try await services.book.record(
                request.action(
                    id: MintedID.mint(at: milliseconds), ownership: ownership, book: book,
                    by: services.actor))
            return .recorded(record.sequence)
        } catch let error as CommandError {
            attempt.error = "没有记入：\(error.message)。"
        } catch let error as RecordsError {
            attempt.error = Self.words(error)
        }
        return .refused(attempt)
    }

    private static func words(_ error: RecordsError) -> String {
        switch error.code {
        case .notPermitted: "没有权限（\(error.detail)），没有记入。"
        case .unknownSubject: "没有登记的设备或命令 \(error.detail)，没有记入。"
        default: "没有记入：\(error.field) \(error.detail)"
        }
    }
}

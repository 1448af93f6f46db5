import Catalog
import HJ212
import Ledger
import Records
import Registry
import Standards
import Storage

/// What must hold before a command is put on record.
enum CommandCheck {
    /// Reasons are sentences and no reports, in characters.
    private static let greatestTextLength = 500

    static func request(
        _ action: Action, in connection: ReadConnection, at milliseconds: Int64, by catalog: RuleCatalog
    ) throws {
        let body = action.body
        let id = body["id"]?.text ?? ""
        guard MintedID.isID(id), try CommandStore.command(id, in: connection) == nil else {
            throw RecordsError(.invalid, field: "id", detail: id)
        }
        guard let binding = try RegistryStore.bindings(of: action.subject, in: connection).last else {
            throw RecordsError(.unknownSubject, field: "mn", detail: action.subject)
        }
        let today = Instant(secondsSince1970: milliseconds / 1_000).beijingDate
        let name = body["command"]?.text ?? ""
        guard let definition = try CommandBook(catalog, on: today).definition(name) else {
            throw CommandError(.unknownCommand, name)
        }
        if definition.commandClass.right == .control, !action.actor.permissions.contains(CommandActions.control) {
            throw RecordsError(.notPermitted, detail: CommandActions.control.rawValue)
        }
        if let dialect = binding.settings.dialect.flatMap(Dialect.init(rawValue:)),
            !definition.dialects.contains(dialect)
        {
            throw CommandError(.notInDialect, dialect.rawValue)
        }
        try checkParameters(body["parameters"]?.members ?? [:], of: definition)
        guard isSentence(body["reason"]) else { throw CommandError(.reasonMissing) }
        guard isSentence(body["basis"]) else { throw CommandError(.basisMissing) }
        guard DeviceCommand.Origin(rawValue: body["origin"]?.text ?? "") != nil else {
            throw RecordsError(.invalid, field: "origin", detail: body["origin"]?.text ?? "")
        }
        let need = definition.commandClass.need(on: binding.settings.ownership)
        guard body["needsConfirmation"]?.bool == (need == .restricted) else { throw CommandError(.otherRule) }
        switch need {
        case .free: break
        case .refused: throw CommandError(.notOffered)
        case .restricted: try checkRestricted(action, today: today)
        }
    }

    private static func checkRestricted(_ action: Action, today: CivilDate) throws {
        guard isSentence(action.body["matter"]) else { throw CommandError(.matterMissing) }
        guard let date = action.body["noticeOn"]?.text.flatMap({ CivilDate($0) }), date <= today,
            isSentence(action.body["noticeManner"])
        else { throw CommandError(.noticeMissing) }
        if action.actor.id == CommandActions.operatorWithoutAccounts { throw CommandError(.noPeople) }
    }

    private static func checkParameters(_ given: [String: CanonicalValue], of definition: CommandDefinition) throws {
        for parameter in definition.parameters {
            guard let text = given[parameter.name]?.text else {
                if parameter.isOptional, given[parameter.name] == nil { continue }
                throw CommandError(.wrongParameter, parameter.title)
            }
            guard parameter.accepts(text) else { throw CommandError(.wrongParameter, parameter.title) }
        }
        let known = definition.parameters.map(\.name)
        if let unknown = given.keys.sorted().first(where: { !known.contains($0) }) {
            throw CommandError(.wrongParameter, unknown)
        }
        guard let longest = definition.longestSeconds, let begin = time(given["begin"]), let end = time(given["end"])
        else { return }
        guard begin <= end else { throw CommandError(.wrongParameter, "结束") }
        if end.unixSeconds - begin.unixSeconds > longest {
            throw CommandError(.spanTooLong, longest >= 86_400 ? "\(longest / 86_400) 天" : "\(longest / 3_600) 小时")
        }
    }

    private static func time(_ value: CanonicalValue?) -> DataTime? {
        value?.text.flatMap { DataTime(digits: Array($0.utf8)) }
    }

    static func confirmation(_ action: Action, in connection: ReadConnection) throws {
        let command = try stage(of: action, in: connection, [.unconfirmed])
        if action.actor.id == CommandActions.operatorWithoutAccounts { throw CommandError(.noPeople) }
        if action.actor.id == command.actor { throw CommandError(.samePerson) }
    }

    static func withdrawal(_ action: Action, in connection: ReadConnection) throws {
        let command = try stage(of: action, in: connection, [.unconfirmed, .waiting, .running])
        // Twice would be recorded twice while the gateway ends it.
        if command.withdrawnBy != nil { throw CommandError(.wrongState, "中止") }
        guard isSentence(action.body["reason"]) else { throw CommandError(.reasonMissing) }
    }

    /// The command an action is about, when it is as far as it must be.
    @discardableResult
    static func stage(
        of action: Action, in connection: ReadConnection, _ stages: Set<DeviceCommand.Stage>
    ) throws -> DeviceCommand {
        let id = action.body["id"]?.text ?? ""
        guard let command = try CommandStore.command(id, in: connection), command.mn == action.subject else {
            throw RecordsError(.unknownSubject, field: "id", detail: id)
        }
        guard stages.contains(command.stage) else { throw CommandError(.wrongState, command.stage.words) }
        return command
    }

    private static func isSentence(_ value: CanonicalValue?) -> Bool {
        guard let text = value?.text else { return false }
        return text.contains { !$0.isWhitespace } && text.count <= greatestTextLength
    }
}

extension DeviceCommand.Stage {
    /// The word on screens.
    package var words: String {
        switch self {
        case .unconfirmed: "待第二人确认"
        case .waiting: "等待下发"
        case .running: "已下发，等待结果"
        case .ended: "已结束"
        case .withdrawn: "已撤回"
        }
    }
}

import Ledger
package import Records
import Storage

/// What may be put on record about commands to devices. The subject is the number of the device.
package enum CommandActions {
    /// The right to read from devices: values, history, clock, and to have a sample of an exceedance kept.
    package static let read = Permission(rawValue: "gateway.read-device")
    /// The right to change something on a device or to make it work, and to confirm that.
    package static let control = Permission(rawValue: "gateway.control-device")
    /// The right to say how commands went, which only the gateway itself has.
    package static let run = Permission(rawValue: "gateway.run-exchanges")

    /// The gateway, when it asks by itself and when it tells how a command went.
    package static let system = Actor(id: "system", permissions: [read, control, run])

    /// Whoever sits at the machine while there are no accounts; nobody can tell whether that is one person or two.
    package static let operatorWithoutAccounts = "local-operator"

    package static let requested = "gateway.command.requested"
    package static let confirmed = "gateway.command.confirmed"
    package static let withdrawn = "gateway.command.withdrawn"
    package static let started = "gateway.command.started"
    package static let ended = "gateway.command.ended"
    package static let answeredLate = "gateway.command.answered-late"
    package static let configured = "gateway.exchange.configured"

    /// A second person agrees.
    package static func confirm(_ command: DeviceCommand, note: String, by actor: Actor) -> Action {
        action(confirmed, command, ["note": .string(note)], by: actor)
    }

    /// A command is given up.
    package static func withdraw(_ command: DeviceCommand, reason: String, by actor: Actor) -> Action {
        action(withdrawn, command, ["reason": .string(reason)], by: actor)
    }

    /// Sets what the gateway asks by itself.
    package static func configure(_ settings: ExchangeSettings, by actor: Actor) -> Action {
        Action(
            actor: actor, name: configured, subject: "gateway",
            body: [
                "kind": "exchange-settings", "version": 1, "asksForGaps": .bool(settings.asksForGaps),
                "checksClocks": .bool(settings.checksClocks), "setsClocks": .bool(settings.setsClocks),
            ])
    }

    /// A command is about to be sent under a number: recorded first, so that no restart sends it as a new one.
    ///
    /// - Parameter keyID: the id of the key that it brings; nil for all other commands.
    static func start(_ command: DeviceCommand, qn: String, keyID: String?) -> Action {
        let key = keyID.map { ["keyID": CanonicalValue.string($0)] } ?? [:]
        return action(started, command, ["qn": .string(qn)].merging(key) { $1 }, by: system)
    }

    static func end(_ command: DeviceCommand, _ ending: CommandEnding) -> Action {
        action(ended, command, ending.members, by: system)
    }

    static func answerLate(_ command: DeviceCommand, code: Int) -> Action {
        action(answeredLate, command, ["code": .integer(Int64(code))], by: system)
    }

    private static func action(
        _ name: String, _ command: DeviceCommand, _ members: [String: CanonicalValue], by actor: Actor
    ) -> Action {
        let head: [String: CanonicalValue] = ["kind": "device-command", "version": 1, "id": .string(command.id)]
        return Action(
            actor: actor, name: name, subject: command.mn, body: .object(head.merging(members) { $1 }))
    }

    package static let kinds: [ActionKind] = [
        ActionKind(
            name: requested, word: "提出设备命令", effect: .none, permission: read, checkingByRules: CommandCheck.request),
        ActionKind(
            name: confirmed, word: "确认设备命令", effect: .none, permission: control, check: CommandCheck.confirmation),
        ActionKind(name: withdrawn, word: "撤回设备命令", effect: .none, permission: read, check: CommandCheck.withdrawal),
        ActionKind(name: started, word: "下发设备命令", effect: .none, permission: run) { action, connection in
            try CommandCheck.stage(of: action, in: connection, [.waiting])
        },
        ActionKind(name: ended, word: "设备命令结束", effect: .none, permission: run) { action, connection in
            try CommandCheck.stage(of: action, in: connection, [.waiting, .running])
        },
        ActionKind(name: answeredLate, word: "设备迟到的执行结果", effect: .none, permission: run) { action, connection in
            try CommandCheck.stage(of: action, in: connection, [.ended])
        },
        ActionKind(name: configured, word: "设置自动下发", effect: .none, permission: control) { action, _ in
            for field in ["asksForGaps", "checksClocks", "setsClocks"] where action.body[field]?.bool == nil {
                throw RecordsError(.invalid, field: field, detail: "")
            }
        },
    ]
}

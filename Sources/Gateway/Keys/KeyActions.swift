import Ledger
package import Records
import Storage

/// What is put on record about keys. The subject is the id of the key in upper case; no key is ever in a record.
package enum KeyActions {
    /// Packets are read with the keys of an id from now on, also those that waited for it.
    package static let known = "gateway.key.known"
    /// A device uses its new key.
    package static let confirmed = "gateway.key.confirmed"

    /// Why an id is put on record.
    enum Ground: String {
        /// A binding names it and it is in the file.
        case bound
        /// It is on record, and the file has a key now that reads packets which waited.
        case mended
    }

    static func know(_ id: String, because ground: Ground) -> Action {
        action(known, id, ["ground": .string(ground.rawValue)])
    }

    /// - Parameters:
    ///   - command: the id of the command that brought the key; nil when it is not known any more.
    ///   - packet: the first packet that was made with the key; nil when the device said that it has taken it (9012).
    static func confirm(_ id: String, of mn: String, command: String?, packet: PacketAddress?) -> Action {
        action(
            confirmed, id,
            [
                "device": .string(mn), "command": command.map(CanonicalValue.string) ?? .null,
                "packet": packet.map { .integer($0.rawValue) } ?? .null,
            ])
    }

    private static func action(_ name: String, _ id: String, _ members: [String: CanonicalValue]) -> Action {
        let head: [String: CanonicalValue] = ["kind": "cipher-key", "version": 1]
        return Action(
            actor: CommandActions.system, name: name, subject: KeyFile.canonical(id),
            body: .object(head.merging(members) { $1 }))
    }

    package static let kinds: [ActionKind] = [
        // Packets that waited for the key are read.
        kind(known, word: "按密钥解密报文", effect: .data), kind(confirmed, word: "设备改用新密钥", effect: .none),
    ]

    private static func kind(_ name: String, word: String, effect: ActionEffect) -> ActionKind {
        ActionKind(name: name, word: word, effect: effect, permission: CommandActions.run) { action, _ in
            guard !action.subject.isEmpty else { throw RecordsError(.invalid, field: "keyID", detail: "") }
        }
    }
}

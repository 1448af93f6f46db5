package import Ledger
import Storage

/// What may be put on record about the ledger itself.
package enum LedgerActions {
    /// The right to say which key signs checkpoints and who keeps them.
    package static let keep = Permission(rawValue: "records.ledger.keep")

    /// A key begins to sign checkpoints.
    package static let keyAdopted = "records.key.adopted"
    /// Somebody outside keeps checkpoints from now on, or no longer.
    package static let witnessNamed = "records.witness.named"
    /// A checkpoint was handed to a witness who does not sign.
    package static let checkpointDeposited = "records.checkpoint.deposited"

    /// - Parameter key: its name is the ledger's origin and never changes.
    package static func adopt(_ key: VerifierKey, by actor: Actor) -> Action {
        Action(
            actor: actor, name: keyAdopted, subject: key.name.description,
            body: ["kind": "ledger-key", "version": 1, "verifier": .string(key.text)])
    }

    /// - Parameters:
    ///   - key: nil for a witness who only keeps what it is given.
    ///   - isFormer: true when it serves no longer.
    package static func name(
        _ witness: String, way: Witness.Way, key: VerifierKey?, isFormer: Bool = false, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: witnessNamed, subject: witness,
            body: [
                "kind": "witness", "version": 1, "way": .string(way.rawValue),
                "verifier": key.map { .string($0.text) } ?? .null, "former": .bool(isFormer),
            ])
    }

    /// - Parameter remark: where it lies: the number of a file, a page of a newspaper.
    package static func deposit(
        _ checkpoint: Checkpoint, with witness: String, remark: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: checkpointDeposited, subject: witness,
            body: [
                "kind": "deposit", "version": 1, "size": .integer(checkpoint.size),
                "root": .string(checkpoint.root.base64), "remark": .string(remark),
            ])
    }

    static let kinds: [ActionKind] = [
        ActionKind(name: keyAdopted, word: "启用签名密钥", effect: .none, permission: keep) { action, connection in
            let key = try VerifierKey(action.body["verifier"]?.text ?? "")
            guard key.type != .cosignature else {
                throw RecordsError(.invalid, field: "verifier", detail: key.text)
            }
            if let first = try LedgerStore.keys(in: connection).first, first.name != key.name {
                throw RecordsError(.invalid, field: "origin", detail: "\(key.name) ≠ \(first.name)")
            }
        },
        ActionKind(name: witnessNamed, word: "登记见证方", effect: .none, permission: keep) { action, _ in
            guard !action.subject.isEmpty else { throw RecordsError(.invalid, field: "witness", detail: "空") }
            _ = try Witness(name: action.subject, action.body)
        },
        ActionKind(name: checkpointDeposited, word: "寄存检查点", effect: .none, permission: keep) { action, connection in
            let witnesses = try LedgerStore.witnesses(in: connection)
            guard witnesses.contains(where: { $0.name == action.subject && !$0.isFormer }) else {
                throw RecordsError(.unknownSubject, detail: action.subject)
            }
            let size = action.body["size"]?.integer ?? 0
            guard try LedgerStore.root(at: size, in: connection).base64 == action.body["root"]?.text else {
                throw RecordsError(.invalid, field: "size", detail: String(size))
            }
        },
    ]
}

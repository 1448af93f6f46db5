import HJ212
import Logging
import Records
import Registry
import Storage

/// Passwords and keys. A key that goes to a device is in the file of keys, and on disk, before it is sent, and the key before
/// it stays there: at no moment is a device left with a key that we have not.
extension CommandDesk {
    /// What is to be done with a command that sets something secret.
    enum SecretStep {
        /// It sets nothing secret.
        case none
        /// It sets this.
        case send(CommandSecret)
        /// It was sent before a restart, and the device uses the new key already.
        case taken
    }

    /// The keys of a device as its bindings name them now; nil when none does.
    func deviceKeys(of mn: String) async throws -> DeviceKeys? {
        let keys = keys
        return try await book.database.read { try DeviceKeys(of: mn, from: keys, in: $0) }
    }

    /// - Throws: `KeyError`.
    func secret(of command: DeviceCommand) async throws -> SecretStep {
        switch CommandName(rawValue: command.name) {
        case .setPassword:
            var generator = SystemRandomNumberGenerator()
            return .send(.newPassword(using: &generator))
        case .setKey:
            guard keys.isOpen else { throw KeyError(.noFile) }
            guard let id = try await deviceKeys(of: command.mn)?.id else { throw KeyError(.noID) }
            // Nothing waits: the device has confirmed what was sent before the restart.
            if command.qn != nil, keys.ring(id).proposed == nil { return .taken }
            let keys = keys
            let key = try await BackgroundThread.run { try keys.propose(for: id) }
            var times = QNSequence()
            guard let creation = times.next(unixMilliseconds: command.requestedMilliseconds) else {
                throw MessageError(code: .outOfRange, field: "SKCreateTime", value: "")
            }
            return .send(.key(key, id: id, creation: creation))
        default: return .none
        }
    }

    /// A device uses its new key: it said so, or sent a packet made with it. On record first, so that no restart forgets it:
    /// what is not in the file then is found with the next packet.
    ///
    /// - Parameter packet: nil when the device said so (9012).
    func confirmKey(of mn: String, by packet: PacketAddress?) async {
        do {
            guard let id = try await deviceKeys(of: mn)?.id, keys.ring(id).proposed != nil else { return }
            let running = devices[mn]?.running?.command
            let command = running.flatMap { $0.name == CommandName.setKey.rawValue ? $0.id : nil }
            try await book.record(KeyActions.confirm(id, of: mn, command: command, packet: packet))
            let keys = keys
            _ = try await BackgroundThread.run { try keys.confirm(id) }
            if command != nil { devices[mn]?.isKeyTaken = true }
        } catch {
            logger.error("new key of a device not confirmed", metadata: ["mn": "\(mn)", "error": "\(error)"])
        }
    }

    /// What follows for keys and passwords from how a command ended.
    ///
    /// - Returns: how it ended, seen from there.
    func settleSecret(of mn: String, _ outcome: CommandOutcome) async -> CommandOutcome {
        defer {
            devices[mn]?.secret = nil
            devices[mn]?.isKeyTaken = false
        }
        switch devices[mn]?.secret {
        case .key:
            if outcome.isSuccess {
                await confirmKey(of: mn, by: nil)
            } else if devices[mn]?.isKeyTaken == true {
                return .taken
            }
        case .password(let password):
            // The device shows it in every packet; until its next connection nothing else tells.
            if outcome.isSuccess {
                devices[mn]?.queue.address.password = password
                mailbox.lines.changed(password, of: mn)
            }
        case nil: break
        }
        return outcome
    }

    static func unsendable(_ error: any Error) -> CommandEnding {
        if let error = error as? MessageError { return unsendable(error) }
        var ending = CommandEnding(outcome: .unsendable)
        ending.detail = "未能下发：\((error as? KeyError)?.message ?? "服务内部出错，请查看服务日志")"
        return ending
    }
}

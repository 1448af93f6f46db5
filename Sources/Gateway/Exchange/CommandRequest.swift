import Ledger
package import Records
package import Registry

/// What somebody wants of a device, with everything that has to be said about it.
package struct CommandRequest: Sendable {
    package var mn: String
    package var name: String
    package var parameters: [String: String]
    package var reason: String
    /// The document or order that allows it.
    package var basis: String
    package var origin: DeviceCommand.Origin
    /// Number of the matter or task; empty where none is needed.
    package var matter = ""
    /// Day on which the enterprise was told, `YYYY-MM-DD`; empty where none is needed.
    package var noticeOn = ""
    /// How it was told: by letter, telephone, on site.
    package var noticeManner = ""

    package init(
        mn: String, name: String, parameters: [String: String] = [:], reason: String, basis: String,
        origin: DeviceCommand.Origin = .person
    ) {
        self.mn = mn.uppercased()
        self.name = name
        self.parameters = parameters
        self.reason = reason
        self.basis = basis
        self.origin = origin
    }

    /// The action that puts it on record.
    ///
    /// - Parameters:
    ///   - id: see `MintedID`.
    ///   - book: the rules of the day.
    package func action(id: String, ownership: DeviceOwnership, book: CommandBook, by actor: Actor) -> Action {
        let need = book.definition(name)?.commandClass.need(on: ownership) ?? .refused
        return Action(
            actor: actor, name: CommandActions.requested, subject: mn,
            body: [
                "kind": "device-command", "version": 1, "id": .string(id), "command": .string(name),
                "parameters": .object(parameters.mapValues(CanonicalValue.string)), "reason": .string(reason),
                "basis": .string(basis), "origin": .string(origin.rawValue), "matter": .string(matter),
                "noticeOn": .string(noticeOn), "noticeManner": .string(noticeManner),
                "needsConfirmation": .bool(need == .restricted),
            ], rules: book.rules)
    }
}

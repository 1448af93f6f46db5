package import Ledger
package import Records
import Storage

/// What may be put on record about the things the bureau watches.
package enum RegistryActions {
    /// The right to change the registry.
    package static let edit = Permission(rawValue: "registry.edit")

    /// The action that registers an object or replaces what is known of it.
    package static let objectRegistered = "registry.object.registered"
    /// The action that binds a device to an object.
    package static let deviceBound = "registry.device.bound"
    /// The action that sets the target of a year.
    package static let targetSet = "registry.target.set"

    /// Registers an object, or replaces what is known of it.
    ///
    /// - Parameter fields: as `ObjectKind` demands; decimals as text.
    package static func register(
        _ id: String, kind: ObjectKind, name: String, fields: [String: CanonicalValue], by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: objectRegistered, subject: id,
            body: ["kind": .string(kind.rawValue), "version": 1, "name": .string(name), "fields": .object(fields)])
    }

    /// Binds a device to an object, with the meaning and unit of each code that it sends.
    ///
    /// A later binding holds for packets received after it; the first one also for those received before. The date of
    /// 验收 of a later one holds for what was received before as well (`DeviceSettings.acceptedOn`).
    ///
    /// - Parameters:
    ///   - mn: the device's number, compared without regard to case.
    ///   - predecessor: the record of the binding that is replaced, 0 for a device that is not bound yet: the action is
    ///     refused as superseded when another one came between. Nil replaces whatever there is.
    package static func bind(
        device mn: String, to object: String, channels: [DeviceChannel], settings: DeviceSettings = DeviceSettings(),
        after predecessor: Int64? = nil, by actor: Actor
    ) -> Action {
        let body: [String: CanonicalValue] = [
            "kind": "device", "version": .integer(DeviceSettings.version), "object": .string(object),
            "channels": .array(channels.map(\.canonical)),
            "follows": predecessor.map(CanonicalValue.integer) ?? .null,
        ]
        return Action(
            actor: actor, name: deviceBound, subject: mn.uppercased(),
            body: .object(body.merging(settings.members) { first, _ in first }))
    }

    /// Sets the target of a year, e.g. the mean of PM2.5 that must not be exceeded.
    ///
    /// - Parameters:
    ///   - item: `pm25` or `goodDays`.
    ///   - value: decimal text.
    ///   - basis: the document that sets it.
    package static func setTarget(
        year: Int, item: String, value: String, basis: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: targetSet, subject: "\(year)/\(item)",
            body: [
                "kind": "target", "version": 1, "year": .integer(Int64(year)), "item": .string(item),
                "value": .string(value), "basis": .string(basis),
            ])
    }

    package static let kinds: [ActionKind] = [
        ActionKind(name: objectRegistered, word: "登记对象", effect: .scope, permission: edit) { action, _ in
            try checkObject(action)
        },
        ActionKind(
            name: deviceBound, word: "绑定设备", effect: .scope, permission: edit,
            checkingAt: DeviceBindingCheck.check(_:in:at:)),
        ActionKind(name: targetSet, word: "设定年度目标", effect: .scope, permission: edit) { action, _ in
            guard action.body["basis"]?.text?.isEmpty == false else {
                throw RecordsError(.invalid, field: "basis", detail: "")
            }
        },
    ]

    private static func checkObject(_ action: Action) throws {
        let name = action.body["kind"]?.text ?? ""
        guard let kind = ObjectKind(rawValue: name) else {
            throw RecordsError(.invalid, field: "kind", detail: name)
        }
        guard action.body["name"]?.text?.isEmpty == false else {
            throw RecordsError(.invalid, field: "name", detail: "")
        }
        for field in kind.requiredFields where action.body["fields"]?[field] == nil {
            throw RecordsError(.invalid, field: field, detail: action.subject)
        }
    }
}

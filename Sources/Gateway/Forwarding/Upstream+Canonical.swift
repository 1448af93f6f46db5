import Ledger
import Registry

extension Upstream {
    /// What a record says of it.
    var canonical: [String: CanonicalValue] {
        let devices: CanonicalValue =
            switch devices {
            case .numbers(let numbers): ["numbers": .array(numbers.map(CanonicalValue.string))]
            case .kinds(let kinds): ["kinds": .array(kinds.map(\.rawValue).sorted().map(CanonicalValue.string))]
            }
        return [
            "name": .string(name), "host": .string(host), "port": .integer(Int64(port)), "devices": devices,
            "numbers": .object(numbers.mapValues(CanonicalValue.string)),
            "commands": .array(commands.map(\.rawValue).sorted().map { .integer(Int64($0)) }),
            "form": .string(form.rawValue), "isAnswering": .bool(isAnswering),
        ]
    }

    /// Reads what a record says; nil when it says something else.
    init?(id: String, canonical body: CanonicalValue) {
        guard let name = body["name"]?.text, let host = body["host"]?.text, let port = body["port"]?.integer,
            let devices = body["devices"].flatMap(Devices.init(canonical:)), let numbers = body["numbers"]?.members,
            let commands = body["commands"]?.elements,
            let form = body["form"]?.text.flatMap(Form.init(rawValue:)), let isAnswering = body["isAnswering"]?.bool
        else { return nil }
        self.init(
            id: id, name: name, host: host, port: Int(clamping: port), devices: devices,
            numbers: numbers.compactMapValues(\.text),
            commands: Set(commands.compactMap { $0.integer.flatMap { ForwardedCommand(rawValue: Int($0)) } }),
            form: form, isAnswering: isAnswering)
    }
}

extension Upstream.Devices {
    init?(canonical body: CanonicalValue) {
        if let numbers = body["numbers"]?.elements {
            self = .numbers(numbers.compactMap(\.text))
        } else if let kinds = body["kinds"]?.elements {
            self = .kinds(Set(kinds.compactMap { $0.text.flatMap(ObjectKind.init(rawValue:)) }))
        } else {
            return nil
        }
    }
}

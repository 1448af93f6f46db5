package import Registry

/// An upper-level platform (市、省、国家平台) that gets copies of packets.
package struct Upstream: Sendable, Hashable {
    /// Whose packets it gets.
    package enum Devices: Sendable, Hashable {
        /// These devices, by their numbers here in upper case, registered or not.
        case numbers([String])
        /// Every device bound to an object of these kinds.
        case kinds(Set<ObjectKind>)
    }

    /// What it gets of a packet.
    package enum Form: String, Sendable, Hashable, CaseIterable {
        /// The bytes as they were received.
        case asReceived = "as-received"
        /// With its own device number and password; length and check value are computed anew.
        case rewritten
    }

    /// Small letters, digits and hyphens; the key of its password.
    package let id: String
    package let name: String
    package let host: String
    package let port: Int
    package let devices: Devices
    /// Its device numbers by ours, in upper case; a device that is not here has the same number there.
    package let numbers: [String: String]
    package let commands: Set<ForwardedCommand>
    package let form: Form
    /// Whether it answers each packet (9014). One that does not can lose what was on its way when the line broke.
    package let isAnswering: Bool

    package init(
        id: String, name: String, host: String, port: Int, devices: Devices, numbers: [String: String] = [:],
        commands: Set<ForwardedCommand>, form: Form, isAnswering: Bool
    ) {
        self.id = id
        self.name = name
        self.host = host
        self.port = port
        self.devices = devices
        self.numbers = numbers
        self.commands = commands
        self.form = form
        self.isAnswering = isAnswering
    }

    /// Whether it gets the packets of a device.
    ///
    /// - Parameters:
    ///   - mn: in upper case.
    ///   - kind: of the object it is bound to; nil when it is not bound.
    func gets(_ mn: String, of kind: ObjectKind?) -> Bool {
        switch devices {
        case .numbers(let numbers): numbers.contains(mn)
        case .kinds(let kinds): kind.map(kinds.contains) ?? false
        }
    }
}

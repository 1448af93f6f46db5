import Ledger
package import Records
package import Storage

/// What may be put on record about upper platforms. Passwords never are: they come from a file by path.
package enum UpstreamActions {
    /// The right to say what leaves the machine, and where to.
    package static let edit = Permission(rawValue: "gateway.edit-upstreams")

    /// The action that adds an upper platform or replaces what is known of it.
    package static let upstreamSet = "gateway.upstream.set"
    /// The action that ends forwarding to an upper platform.
    package static let upstreamRemoved = "gateway.upstream.removed"

    /// Characters a reason may have.
    package static let greatestReason = 200
    /// Lines that are kept open at most; a bureau has a handful above it.
    package static let greatestUpstreams = 16
    /// Devices that one list may name.
    package static let greatestDevices = 5_000

    /// Adds an upper platform, or replaces what is known of it.
    ///
    /// - Parameters:
    ///   - since: the end of the packet log now: a platform gets what comes after it was added. Of one that is there already
    ///     the first one counts.
    ///   - person: who decided it.
    package static func set(
        _ upstream: Upstream, since: PacketAddress, reason: String, person: String, by actor: Actor
    ) -> Action {
        var body = upstream.canonical
        body["kind"] = "upstream"
        body["version"] = 1
        body["since"] = .integer(since.rawValue)
        body["reason"] = .string(reason)
        body["person"] = .string(person)
        return Action(actor: actor, name: upstreamSet, subject: upstream.id, body: .object(body))
    }

    /// Ends forwarding to an upper platform.
    package static func remove(_ id: String, reason: String, person: String, by actor: Actor) -> Action {
        Action(
            actor: actor, name: upstreamRemoved, subject: id,
            body: [
                "kind": "upstream-removal", "version": 1, "reason": .string(reason), "person": .string(person),
            ])
    }

    package static let kinds: [ActionKind] = [
        ActionKind(name: upstreamSet, word: "设置上级平台", effect: .none, permission: edit) { action, connection in
            guard let upstream = Upstream(id: action.subject, canonical: action.body) else {
                throw RecordsError(.invalid, field: "upstream", detail: action.subject)
            }
            try checkWords(of: action)
            try check(upstream)
            let others = try UpstreamStore.upstreams(in: connection).filter { $0.upstream.id != upstream.id }
            guard others.count < greatestUpstreams else {
                throw RecordsError(.invalid, field: "count", detail: "\(greatestUpstreams)")
            }
        },
        ActionKind(name: upstreamRemoved, word: "停止转发", effect: .none, permission: edit) { action, connection in
            try checkWords(of: action)
            guard try UpstreamStore.upstream(action.subject, in: connection) != nil else {
                throw RecordsError(.unknownSubject, field: "upstream", detail: action.subject)
            }
        },
    ]

    private static func checkWords(of action: Action) throws {
        let reason = action.body["reason"]?.text ?? ""
        try require(!reason.isEmpty && reason.count <= greatestReason, "reason", reason)
        let person = action.body["person"]?.text ?? ""
        try require(!person.isEmpty && person.count <= 20, "person", person)
    }

    private static func check(_ upstream: Upstream) throws {
        let isID = (1...32).contains(upstream.id.utf8.count) && upstream.id.utf8.allSatisfy(isIDByte)
        try require(isID, "id", upstream.id)
        try require((1...40).contains(upstream.name.count), "name", upstream.name)
        let host = upstream.host.utf8
        try require((1...253).contains(host.count) && host.allSatisfy(isHostByte), "host", upstream.host)
        try require((1...65_535).contains(upstream.port), "port", "\(upstream.port)")
        switch upstream.devices {
        case .numbers(let numbers):
            try require((1...greatestDevices).contains(numbers.count), "devices", "\(numbers.count)")
            for number in numbers { try require(isNumber(number) && number == number.uppercased(), "devices", number) }
        case .kinds(let kinds): try require(!kinds.isEmpty, "devices", "0")
        }
        try require(!upstream.commands.isEmpty, "commands", "")
        try checkNumbers(of: upstream)
    }

    private static func checkNumbers(of upstream: Upstream) throws {
        // Bytes that are left as they are cannot have another number.
        try require(upstream.numbers.isEmpty || upstream.form == .rewritten, "form", "")
        try require(upstream.numbers.count <= greatestDevices, "numbers", "\(upstream.numbers.count)")
        var theirs: Set<String> = []
        for (ours, other) in upstream.numbers.sorted(by: { $0.key < $1.key }) {
            try require(isNumber(ours) && ours == ours.uppercased(), "numbers", ours)
            try require(isNumber(other), "numbers", other)
            // Two devices under one number could not be told apart there.
            try require(theirs.insert(other.uppercased()).inserted, "numbersTwice", other)
        }
    }

    /// What can stand in `MN`: printable, and none of the characters that divide fields.
    private static func isNumber(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !";,&=#".utf8.contains($0) }
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        isIDByte(byte | 0x20) || isIDByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
    }

    private static func require(_ holds: Bool, _ field: String, _ detail: String) throws {
        guard holds else { throw RecordsError(.invalid, field: field, detail: detail) }
    }
}

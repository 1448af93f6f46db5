import HJ212

/// What a command sets on a device and that stands in no record, log or page. It is made by the server.
enum CommandSecret: Sendable {
    /// A new key (1014), under its id; `creation` is the time of the command with milliseconds.
    case key(CipherKey, id: String, creation: String)
    /// A new access password (1072).
    case password(String)

    /// Six letters and digits (HJ 212-2017, 1072).
    static func newPassword(using generator: inout some RandomNumberGenerator) -> CommandSecret {
        let signs = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789")
        return .password(String((0..<6).map { _ in signs[Int.random(in: signs.indices, using: &generator)] }))
    }

    /// The command that sets it.
    var message: Message {
        get throws(MessageError) {
            switch self {
            case .key(let key, _, let creation): try .setKey(key, creation: creation)
            case .password(let password): try .setPassword(password)
            }
        }
    }

    /// The id of a key; nil for a password.
    var keyID: String? {
        if case .key(_, let id, _) = self { id } else { nil }
    }

    private var text: String? {
        switch self {
        case .key(let key, _, _): key.text
        case .password(let password): password
        }
    }

    /// Our packet as the log may keep it: in clear, with stars for what it sets, and a check value that fits them.
    ///
    /// - Parameter ring: the keys it was ciphered with.
    /// - Throws: what keeps the packet from being read; then nothing may be kept or sent.
    func hidden(in bytes: [UInt8], ring: KeyRing) throws -> [UInt8] {
        guard let sent = Packet.all(in: bytes).first, let secret = text.map({ Array($0.utf8) }) else {
            throw MessageError(code: .notWritable, field: "CP", value: "")
        }
        let plain = sent.isCiphered ? try sent.deciphered(with: ring).packet : sent
        var segment = Array(plain.frame.segment)
        for start in segment.indices where segment[start...].starts(with: secret) {
            for index in start..<(start + secret.count) { segment[index] = UInt8(ascii: "*") }
        }
        return try PacketWriter.frame(ofSegment: segment)
    }
}

extension CommandSecret: CustomStringConvertible, CustomReflectable {
    /// Says nothing of the secret.
    var description: String { "CommandSecret" }
    /// Shows nothing of the secret.
    var customMirror: Mirror { Mirror(self, children: []) }
}

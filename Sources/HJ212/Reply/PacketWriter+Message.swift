extension PacketWriter {
    /// A packet with a message of ours in the form of a dialect.
    /// - Parameters:
    ///   - qn: the number of the exchange, see `QNSequence`; of a value that of the request. Devices of 2005 send none.
    ///   - wantsAnswer: bit 0 of `Flag`; nil sets it for all but values.
    /// - Throws: `MessageError` when the dialect does not know the command.
    public init(
        _ message: Message, to address: DeviceAddress, qn: String?, wantsAnswer: Bool? = nil
    ) throws(MessageError) {
        let dialect = address.dialect
        guard message.command.isKnown(in: dialect, as: message.pattern) else {
            throw MessageError(code: .notInDialect, field: message.command.text, value: dialect.rawValue)
        }
        self.init(
            qn: qn, systemType: address.systemType, command: message.command, password: address.password,
            mn: address.mn,
            flag: dialect.flag(message.pattern, wantsAnswer: wantsAnswer ?? (message.pattern != .value)))
        for piece in message.pieces {
            switch piece {
            case .items(let pairs):
                for pair in pairs { add(group: [(dialect.name(of: pair.name), pair.value)]) }
            case .group(let pairs):
                add(group: pairs.map { (dialect.name(of: $0.name), $0.value) })
            case .range(let begin, let end):
                let pairs = [(name: "BeginTime", value: begin.text), (name: "EndTime", value: end.text)]
                if dialect == .v2005 { add(group: pairs) } else { pairs.forEach { add(group: [$0]) } }
            }
        }
    }

    /// The frame of a message: ciphered when a key is given and HJ 212-2025 wants the command ciphered.
    /// - Throws: `MessageError` when the dialect does not know the command or a text would break the grammar.
    public static func frame(
        of message: Message, to address: DeviceAddress, qn: String?, wantsAnswer: Bool? = nil, key: CipherKey? = nil,
        cipherLength: CipherLength = .plain
    ) throws(MessageError) -> [UInt8] {
        let writer = try PacketWriter(message, to: address, qn: qn, wantsAnswer: wantsAnswer)
        do {
            guard let key, address.dialect == .v2025, message.command.isCiphered else { return try writer.frame() }
            return try writer.frame(cipheredWith: key, length: cipherLength)
        } catch {
            throw MessageError(code: .notWritable, field: error.field, value: "")
        }
    }
}

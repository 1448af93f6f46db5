extension PacketWriter {
    /// The answer 9014 to uploaded data, or nil when none is wanted (`Flag` bit 0) or the message is itself an answer.
    ///
    /// It tells the device that it may forget the data: send it only when they are durable, and not when the check value
    /// is wrong or the device unknown. Each sub-packet of a split packet is answered. An upload without QN gets an
    /// answer without.
    public static func reply9014(to packet: Packet) -> [UInt8]? {
        guard packet.wantsAnswer, packet.commandNumber?.isAnswer != true else { return nil }
        return answer(.dataAnswer, to: packet, result: nil)
    }

    /// The answer 9013 to a notice (1013, 9015; of a device: 2012, 2022), or nil when the message is itself an answer.
    public static func reply9013(to packet: Packet) -> [UInt8]? {
        guard packet.commandNumber?.isAnswer != true else { return nil }
        return answer(.noticeAnswer, to: packet, result: nil)
    }

    /// The answer 9011 to a request: whether it will be carried out.
    public static func reply9011(to packet: Packet, _ result: RequestResult) -> [UInt8]? {
        answer(.requestAnswer, to: packet, result: ("QnRtn", result.rawValue))
    }

    /// The answer 9012 to a request: how it ended.
    public static func reply9012(to packet: Packet, _ result: ExecutionResult) -> [UInt8]? {
        answer(.executionResult, to: packet, result: ("ExeRtn", result.rawValue))
    }

    /// The answer that a judged packet is due, in the dialect of its device; nil when none is. Send it once the packet is on
    /// disk.
    public static func reply(to judgement: Judgement, as dialect: Dialect) -> [UInt8]? {
        var output: [UInt8] = []
        return appendReply(to: judgement, as: dialect, to: &output) ? output : nil
    }

    /// Adds the answer that a judged packet is due to others that go the same way.
    /// - Returns: false when none is due; nothing is added then.
    public static func appendReply(to judgement: Judgement, as dialect: Dialect, to output: inout [UInt8]) -> Bool {
        let command: CommandNumber
        switch judgement.answer {
        case .data: command = .dataAnswer
        case .notice: command = .noticeAnswer
        case nil: return false
        }
        return append(command, to: judgement.packet, result: nil, isOld: dialect == .v2005, &output)
    }

    private static func answer(
        _ command: CommandNumber, to packet: Packet, result: (name: String, code: Int)?
    ) -> [UInt8]? {
        var output: [UInt8] = []
        let isOld = packet.version == .v2005
        return append(command, to: packet, result: result, isOld: isOld, &output) ? output : nil
    }

    /// Answers repeat QN, PW and MN byte for byte, with ST=91 and only the version in `Flag` (HJ 212-2017, C.14 and others). Answers
    /// of 2005 have no QN in the head: they carry that of the request in `CP`.
    ///
    /// - Returns: false for a number or name that cannot be repeated: the answer would not be understood.
    private static func append(
        _ command: CommandNumber, to packet: Packet, result: (name: String, code: Int)?, isOld: Bool,
        _ output: inout [UInt8]
    ) -> Bool {
        let number = packet.exchangeNumber?.bytes
        do throws(PacketWriterError) {
            try appendFrame(to: &output) { output throws(PacketWriterError) in
                if !isOld, let number { try append(.qn, number, to: &output) }
                try append(.st, SystemType.interaction.rawValue.utf8, to: &output)
                try append(.cn, command.text.utf8, to: &output)
                if let password = packet.head(.pw) { try append(.pw, password.bytes, to: &output) }
                if let mn = packet.head(.mn) { try append(.mn, mn.bytes, to: &output) }
                if let flag = packet.flag { try append(.flag, String(flag.ofAnswer.rawValue).utf8, to: &output) }
                output.append(contentsOf: contentMark)
                if isOld, let number { try append(name: "QN", value: number, to: &output) }
                if let result {
                    if isOld, number != nil { output.append(ASCII.semicolon) }
                    try append(name: result.name, value: String(result.code).utf8, to: &output)
                }
                output.append(contentsOf: contentEnd)
            }
            return true
        } catch {
            return false
        }
    }
}

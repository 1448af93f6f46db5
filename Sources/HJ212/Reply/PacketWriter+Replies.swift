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
        switch judgement.answer {
        case .data: answer(.dataAnswer, to: judgement.packet, result: nil, isOld: dialect == .v2005)
        case .notice: answer(.noticeAnswer, to: judgement.packet, result: nil, isOld: dialect == .v2005)
        case nil: nil
        }
    }

    /// Answers repeat QN, PW and MN byte for byte, with ST=91 and only the version in `Flag` (HJ 212-2017, C.14 and others). Answers
    /// of 2005 have no QN in the head: they carry that of the request in `CP`.
    private static func answer(
        _ command: CommandNumber, to packet: Packet, result: (name: String, code: Int)?,
        isOld: Bool? = nil
    ) -> [UInt8]? {
        let number = packet.exchangeNumber.map { Array($0.bytes) }
        let isOld = isOld ?? (packet.version == .v2005)
        var writer = PacketWriter()
        writer.set(.qn, bytes: isOld ? nil : number)
        writer.set(.st, SystemType.interaction.rawValue)
        writer.set(.cn, command.text)
        writer.set(.pw, bytes: packet.head(.pw).map { Array($0.bytes) })
        writer.set(.mn, bytes: packet.head(.mn).map { Array($0.bytes) })
        writer.set(.flag, packet.flag.map { String($0.ofAnswer.rawValue) })
        if isOld, let number { writer.add("QN", bytes: number) }
        if let result { writer.add(result.name, bytes: Array(String(result.code).utf8)) }
        // A number or name that cannot be repeated is not answered: the answer would not be understood.
        return try? writer.frame()
    }
}

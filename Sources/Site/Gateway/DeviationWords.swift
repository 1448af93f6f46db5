import HJ212

/// What the gateway counts by name, in words.
enum DeviationWords {
    /// The words of a name of `ToleranceTally`; the name itself where it has none.
    static func text(_ name: String) -> String {
        if let tolerance = Tolerance(rawValue: name) { return text(tolerance) }
        if let reason = reason(name, after: "quarantined_") { return "隔离待核：\(text(reason))" }
        if let reason = reason(name, after: "refused_") { return "未采用：\(text(reason))" }
        // The tally leaves the numbers in these two names out.
        if name == "len_mismatch" { return "长度字段与实际不符" }
        if name == "pw_len" { return IssueWords.text(.passwordLength(0)) }
        return Issue(rawValue: name).map(IssueWords.text) ?? name
    }

    private static func reason(_ name: String, after prefix: String) -> Judgement.Reason? {
        name.hasPrefix(prefix) ? Judgement.Reason(rawValue: String(name.dropFirst(prefix.count))) : nil
    }

    static func text(_ tolerance: Tolerance) -> String {
        switch tolerance {
        case .checksumUnpadded: "CRC 缺前导零，按设置放行"
        case .checksumSwapped: "CRC 高低字节颠倒，按设置放行"
        case .checksumModbus: "CRC 为 MODBUS 算法，按设置放行"
        case .checksumIgnored: "该设备不校验 CRC"
        case .length: "长度字段有误，按结尾标记和 CRC 认定"
        case .unknownVersion: "Flag 中的版本号未知"
        case .otherDialect: "Flag 中的版本与设备设置不一致"
        case .partNumbers: "PNUM、PNO 不成立，按未拆包处理"
        case .partWidth: "PNUM、PNO 位数超出该版本规定"
        case .resendMark: "RF 不是 1"
        case .resendMarkEarly: "2025 版之前的设备带有 RF"
        case .systemTypeFromRecord: "缺 ST，取设备档案中的系统类型"
        case .answerWithoutNumber: "要求应答但缺 QN，应答不带 QN"
        case .timeWithFraction: "DataTime 带有毫秒，已略去"
        case .timeWithoutSeconds: "DataTime 缺秒，按 00 秒"
        case .timeFromNumber: "实时数据缺 DataTime，取 QN 的时间"
        case .hour24: "24 时按次日 0 时"
        case .labelledByEnd: "时间标签为时段结束，已换算为开始"
        case .proposedKey: "用尚未确认的新密钥加密"
        case .formerKey: "用已更换的旧密钥加密"
        case .lengthOfWire: "加密报文的长度按密文计"
        case .clearContent: "应加密的内容以明文上传"
        }
    }

    static func text(_ reason: Judgement.Reason) -> String {
        switch reason {
        case .broken: "报文残缺"
        case .wrongChecksum: "CRC 错误"
        case .segmentTooLong: "数据段超过 9999 字节"
        case .cipherMalformed: "密文格式错误"
        case .keyMissing: "没有该设备的密钥"
        case .keyWrong: "密钥不符"
        case .deviceMissing: "缺设备编号 (MN)"
        case .wrongPassword: "访问密码不符"
        case .commandMissing: "缺命令编码 (CN) 或无法识别"
        case .timeMissing: "缺数据时间"
        case .timeImpossible: "数据时间不存在"
        case .timeAhead: "数据时间超前"
        case .timeBefore2005: "数据时间早于 2005 年"
        case .timeOfDefaultClock: "设备时钟为出厂默认"
        }
    }
}

/// What real devices do otherwise than HJ 212 says (collected from packets of real devices), as made-up ones repeat it.
///
/// `explanation` says when each shows and what a platform should make of it. The demo's district shows those of
/// `shownInDemo`; the rest are for `qingheng device simulate`. What happens once, on the day before the demo's day, is
/// in `DemoScript`.
package enum Deviation: String, Codable, CaseIterable, Sendable {
    case lowercaseCRC, noLineEnd, stickyPackets, halfPackets, lengthByCharacters, duplicateFrames
    case placeholderCRC, blankAfterSeparator, banner, slowClock, hourTwice, lateHour
    case lineFeedOnly, extraLineEnd, nulPadding, wrongLength, unpaddedCRC, swappedCRC, modbusCRC, wrongCRC
    case cutPackets, missingNumber, headReordered, blankInHead, emptyPassword, noClosing, trailingSemicolon
    case allCommas, duplicateKey, oddValue, flagInContent, longDataTime, gbkText, burstResend, makersHeartbeat
    case futureClock, epochClock

    /// Those that devices of the demo's district have.
    package static let shownInDemo: Set<Deviation> = [
        .lowercaseCRC, .noLineEnd, .stickyPackets, .halfPackets, .lengthByCharacters, .duplicateFrames,
        .placeholderCRC, .blankAfterSeparator, .banner, .slowClock, .hourTwice, .lateHour,
    ]

    /// In words for people: what the device does, and what the platform should do.
    package var explanation: String {
        switch self {
        case .lowercaseCRC: "校验值用小写字母；应接受"
        case .noLineEnd: "包尾没有回车换行；应接受，由下一个 ## 断包"
        case .stickyPackets: "同时到期的几个包一次写出（粘包）；应按长度切开"
        case .halfPackets: "每个包分两次写出，相隔 0.05 秒（半包）；应等待其余部分"
        case .lengthByCharacters: "含汉字的日志包，长度按字符而不按字节计；应接受并标记长度"
        case .duplicateFrames: "四分之一的包连发两次；应逐个应答，只存一份"
        case .placeholderCRC: "十分之一的实时包校验值写成 FFFF；应拒收、不应答"
        case .blankAfterSeparator: "数据区每个分号之后有空格；应去除"
        case .banner: "连接后先发一行 DTU 注册信息；应跳到 ##"
        case .slowClock: "时钟慢 3 分钟；应接受并显示偏差"
        case .hourTwice: "14 时的小时数据 40 分钟后换 QN 再发一次；应应答，只存一份"
        case .lateHour: "3 时的小时数据 8:20 才发；应接受乱序"
        case .lineFeedOnly: "包尾只有换行；应接受"
        case .extraLineEnd: "包尾有两个回车换行；应接受"
        case .nulPadding: "包尾之后补两个 NUL 字节；应跳过"
        case .wrongLength: "长度多算 2；应按 && 和校验值定界，并标记长度"
        case .unpaddedCRC: "校验值不补前导零；应接受并标记"
        case .swappedCRC: "校验值高低字节颠倒；该设备未开启此项容差时应拒收"
        case .modbusCRC: "校验值按 MODBUS 算；该设备未开启此项容差时应拒收"
        case .wrongCRC: "十分之一的包第一次发出时校验值错误；应拒收、不应答，等设备重发"
        case .cutPackets: "十分之一的包第一次发出时只有一半；应丢弃残包，从下一个 ## 继续"
        case .missingNumber: "没有 QN 和 Flag（2005 版旧设备）；应接受，不应答"
        case .headReordered: "包头各项次序颠倒；应接受"
        case .blankInHead: "Flag 的等号后有空格；应去除"
        case .emptyPassword: "PW 为空；应接受（不以口令认设备）"
        case .noClosing: "数据区末尾没有 &&；长度与校验值相符时应接受"
        case .trailingSemicolon: "数据区末尾多一个分号；应忽略"
        case .allCommas: "因子之间用逗号分隔；应按编码分组"
        case .duplicateKey: "同一项出现两次；应取后一个并标记"
        case .oddValue: "最后一个因子的值写成减号；应记为缺失"
        case .flagInContent: "数据区末尾多一个 Flag=N；不作为数据"
        case .longDataTime: "DataTime 为 17 位（带毫秒）；应接受并标记"
        case .gbkText: "日志包的汉字为 GBK 编码；应识别"
        case .burstResend: "每天 0 时 10 分把前一天的小时数据换 QN 全部重发；应逐个应答，只存一份"
        case .makersHeartbeat: "每 10 分钟发一次厂家心跳（CN=9022）；应应答，不作为数据"
        case .futureClock: "时钟快 2 小时；应隔离并应答"
        case .epochClock: "时钟从 1970 年走起；应隔离并应答"
        }
    }
}

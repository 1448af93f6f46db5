import HJ212

/// Deviations of packets in words.
enum IssueWords {
    static func text(_ issue: Issue) -> String {
        switch issue {
        case .noHeader: "“##”之后没有长度数字"
        case .extraLineEnd: "结尾多出换行"
        case .lineEnd: "没有以回车换行结尾"
        case .lengthShort: "长度字段不足四位"
        case .lengthFiveDigits: "长度字段为五位"
        case .lengthMismatch(let surplus): "长度字段与实际相差 \(surplus) 字节"
        case .segmentTooLong: "数据段超过标准规定的长度"
        case .checksum(let match): text(match)
        case .checksumImpossible: "校验值不是本标准算法的结果，可能是占位符"
        case .checksumLowercase: "校验值用了小写字母"
        case .noSemicolonBeforeContent: "CP 之前缺少分号"
        case .contentOpenSingle, .contentOpenMissing: "CP 的开始标记不完整"
        case .contentCloseMissing: "CP 的结束标记缺失"
        case .textAfterContent: "CP 结束之后还有内容"
        case .textNotUTF8: "文字不是 UTF-8，按 GB 18030 读取"
        case .contentCiphered: "数据区已加密"
        case .contentTrailingSemicolon: "CP 末尾多一个分号"
        case .spaceInContent, .spaceInHead: "分隔符旁有空格，已去掉"
        case .itemWithoutEquals: "有字段没有等号"
        case .separatorMissing: "缺少分隔符，该值未采用"
        case .groupMixesItems: "一组中混有多个因子"
        case .duplicateName: "字段重复，取最后一个"
        case .commaInHead: "报文头用了逗号"
        case .emptyField(let field): "\(field.rawValue) 为空"
        case .passwordLength: "密码不是六位"
        case .missingField(let field): "缺少 \(field.rawValue)"
        case .exchangeNumberForm: "QN 不是 17 位数字"
        case .headOrder: "报文头字段的次序与标准不同"
        case .headUnknownName: "报文头有标准外的字段"
        case .flagNotNumber: "Flag 不是数字"
        case .flagContradictsPart, .partWithoutFlag: "分包标志与包号矛盾"
        }
    }

    private static func text(_ match: ChecksumMatch) -> String {
        switch match {
        case .right: "校验值正确"
        case .unpadded: "校验值缺前导零"
        case .swapped: "校验值高低字节颠倒"
        case .modbus: "校验值为 MODBUS 算法的结果"
        case .modbusSwapped: "校验值为 MODBUS 算法的结果，且高低字节颠倒"
        case .wrong: "校验值不对"
        case .notHex: "校验值不是十六进制数"
        case .absent: "没有校验值"
        }
    }
}

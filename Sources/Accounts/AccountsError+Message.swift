import Standards

extension AccountsError {
    /// What happened and how to mend it, in one line.
    package var message: String {
        switch code {
        case .noMemory: "内存不足，口令没有校验（\(detail)）。请稍后重试；一直如此时请系统管理员增加内存"
        case .wrongKey: "口令由另一把密钥（编号 \(detail)）加密保存，现有密钥打不开。请用原来的 --key 文件启动，或用 qingheng user password 重设口令"
        case .unknownAccount: "没有账户“\(detail)”"
        case .unknownPerson: "没有登记的人员“\(detail)”"
        case .unknownUnit: "没有登记的单位“\(detail)”"
        case .unknownRole: detail.isEmpty ? "至少选择一个岗位" : "没有岗位“\(detail)”，可用的岗位见规则目录 accounts/roles.yaml"
        case .takenLogin: "登录名“\(detail)”已有人使用，请换一个"
        case .takenLink: "这个统一认证编号已关联账户“\(detail)”，请先取消那里的关联"
        case .rolesApart: "一个人不能同时担任 \(detail)：系统、安全、审计管理员三员分立，也不兼任业务岗位"
        case .invalidLogin: "登录名“\(detail)”不合要求：2 至 32 位小写字母、数字、点、下划线或连字符，以字母开头"
        case .invalidName: "姓名或名称“\(detail)”不合要求：1 至 60 字，不含换行"
        case .invalidCertificate: "证件“\(detail)”不完整：要有种类、编号，有效期写成 2028-12-31，长期有效的留空"
        case .invalidScope: "所选岗位只看指定范围，请为“\(detail)”写明街镇或点位"
        case .invalidPeriod: "起止日期“\(detail)”不对：写成 2026-10-01，起在止之前"
        case .ownSubstitute: "请假的人不能由自己代理，请选另一个人"
        case .substituteWithoutAccount: "代理人没有在用的账户，不能代为办理。请先为其开立账户"
        case .substituteAway: "代理人在 \(detail) 自己也请假，请换人或错开日期"
        case .overlappingLeave: "请假的人在 \(detail) 已登记请假，请先结束那一次或错开日期"
        case .standsIn: "请假的人在 \(detail) 是别人的代理人，请先为那一次另选代理人"
        case .notSubstitute: "现在不能代账户“\(detail)”办理：没有由您代理的请假，或请假已经结束"
        case .refused: "登录名、口令或动态口令不对"
        case .codeNeeded: "这个账户启用了动态口令，请填写验证器上的六位数字"
        case .locked:
            "连续输错次数过多，已锁定到 \(Int64(detail).map { Self.time($0) } ?? detail)。请到时再试，或请安全管理员重设口令"
        case .notPermitted: "岗位没有这项权限"
        case .busy: "同时登录的人过多，请稍后再试"
        case .tooMany: "从这里登录的次数过多，请 \(detail) 秒后再试"
        case .unknownToken: "程序令牌无效或已过期"
        case .disabled: "这个账户已停用，请联系安全管理员"
        case .lastManager: "“\(detail)”是最后一个能管理账户的安全管理员，不能停用或改岗。请先为另一个人开立安全管理员账户"
        case .firstManager: "第一个账户必须是安全管理员，由他再开立其他账户；“\(detail)”没有开立"
        }
    }

    /// `2026-11-22 08:05`.
    private static func time(_ seconds: Int64) -> String {
        let moment = Instant(secondsSince1970: seconds)
        let minutes = [moment.beijingHour, moment.beijingMinute].map { $0 < 10 ? "0\($0)" : String($0) }
        return "\(moment.beijingDate) \(minutes.joined(separator: ":"))"
    }
}

extension PasswordFault {
    /// What is wrong and how to mend it, in one line.
    package var message: String {
        switch self {
        case .tooShort(let count): "新口令太短，至少 \(count) 位"
        case .tooLong(let count): "新口令太长，最多 \(count) 位"
        case .tooPlain(let count): "新口令要含大写字母、小写字母、数字、其他符号中的至少 \(count) 种"
        case .containsLogin: "新口令不能含登录名"
        case .usedBefore(let count): "新口令与最近 \(count) 次用过的相同，请换一个"
        case .differs: "两次输入的新口令不同，请重新输入"
        case .invisible: "新口令首尾不能是空格，也不能含控制字符"
        }
    }
}

extension MatterRefusal: CustomStringConvertible {
    /// What is refused, why, on which article, and from when it is possible, in Chinese.
    package var message: String {
        var parts = [sentence]
        if let articles, !articles.isEmpty { parts.append("依据：\(articles)") }
        let note = isProvisional ? "（暂定，节假日安排未录入）" : ""
        if let day = possibleFrom { parts.append("\(day)起可以办理\(note)") }
        if let day = possibleUntil { parts.append("最后一日为\(day)\(note)") }
        return parts.joined(separator: "；")
    }

    /// The same as `message`.
    package var description: String { message }

    private var list: String { details.joined(separator: "、") }
    private var name: String { subject ?? "" }

    private var sentence: String {
        switch code {
        case .moved: "您查看之后已有\(since.count)项新的办理，请看过再决定"
        case .notOpened: "尚未立办件"
        case .alreadyOpened: "办件已经开始，不能再次开始"
        case .over: "已经办结，不能再办“\(name)”"
        case .mergedAway: "已并入办件\(name)，请到该办件办理"
        case .unknownAction: "程序中没有“\(name)”这一步骤"
        case .unknownClock: "程序中没有“\(name)”这一时限"
        case .unknownState: "程序中没有“\(name)”这一状态"
        case .unknownFact: "程序中没有“\(name)”这一事项"
        case .nothingInForce: "程序\(name)在该日没有施行的版本"
        case .wrongState: "现为“\(list)”，不能办“\(name)”"
        case .wrongRole: "“\(name)”应由\(list)办理"
        case .notHandler: "“\(name)”由承办人\(list)办理，移交或者协办后才能由他人办理"
        case .tooEarly: "“\(list)”未满，不能办“\(name)”"
        case .leadTimeShort: "“\(list)”不足，不能办“\(name)”"
        case .tooLate: "“\(list)”已过，不能办“\(name)”"
        case .clockNotRunning: "时限“\(list)”没有起算"
        case .dayMissing: "须填明时限“\(list)”所依据事件的日期"
        case .stepMissing: "先办“\(list)”，再办“\(name)”"
        case .stepDone: "已办“\(list)”，不能再办“\(name)”"
        case .stepOutdated: "“\(list)”之后须重新办“\(name)”"
        case .notApart: "\(list)参与过本案前面的步骤，不能办“\(name)”"
        default: furtherSentence
        }
    }

    private var furtherSentence: String {
        switch code {
        case .officersMissing: "“\(name)”执法人员不足：\(list)"
        case .certificateInvalid: "执法证件在办理之日无效：\(list)"
        case .papersMissing: "“\(name)”缺少：\(list)"
        case .factMissing: "“\(name)”未填：\(list)"
        case .factWrong: "“\(name)”填写有误：\(list)"
        case .aboveLimit: "“\(name)”超过上限：\(list)"
        case .confirmationMissing: "“\(name)”须有人确认：\(list)"
        case .confirmationWrong: "“\(name)”的确认无效：\(list)"
        case .signatureMissing: "“\(name)”会签未完：\(list)"
        case .signatureOutOfTurn: "“\(name)”的会签应轮到\(list)"
        case .signatureRefused: "“\(name)”的会签有不同意见，退回后重新会签：\(list)"
        case .opinionMissing: "“\(name)”尚缺协办意见：\(list)"
        case .roundsUsed: "“\(name)”已达次数上限：\(list)"
        case .inFuture: "办理时间晚于现在"
        case .beforeLast: "办理时间早于上一步"
        case .backfillMissing: "补录须写明原因并附材料"
        case .nothingToWithdraw: "没有可以撤回的步骤"
        case .notOwnStep: "只有办理人本人可以撤回，且其后没有其他办理"
        case .notVisited: "没有经过状态“\(name)”，不能退回到那里"
        case .unknownGround: "“\(list)”不是时限“\(name)”的停算事由"
        case .alreadyPaused: "时限“\(name)”已因“\(list)”停算"
        case .notPaused: "时限“\(name)”没有因“\(list)”停算"
        case .noExtension: "时限“\(name)”没有可用的延长"
        case .alreadyExpired: "时限“\(name)”已经届满，不能再延长"
        case .notReached: "时限“\(list)”尚未到“\(name)”这一步"
        case .authorityMissing: "“\(name)”缺少：\(list)"
        case .reasonMissing: "须写明原因"
        default: name
        }
    }
}

import Standards

extension MatterRefusal: CustomStringConvertible {
    /// What is refused, why, on which article, and from when it is possible, in Chinese.
    package var message: String { message { $0 } }

    /// The same with the names of people.
    ///
    /// - Parameter naming: what stands for the id of a person; the id itself where nobody knows it.
    package func message(naming: (String) -> String) -> String {
        var parts = [sentence(naming)]
        if let articles, !articles.isEmpty { parts.append("依据：\(articles)") }
        let note = isProvisional ? "（暂定，节假日安排未录入）" : ""
        if let day = possibleFrom { parts.append("\(day)起可以办理\(note)") }
        if let day = possibleUntil { parts.append("最后一日为\(day)\(note)") }
        return parts.joined(separator: "；")
    }

    /// The same as `message`.
    package var description: String { message }

    private var name: String { subject ?? "" }

    /// Whether the details are ids of people.
    private var namesPeople: Bool {
        switch code {
        case .notHandler, .notApart, .certificateInvalid, .signatureRefused, .notInPost, .certificateUnknown: true
        default: false
        }
    }

    /// What others did since, each with time and person.
    private func deeds(_ naming: (String) -> String) -> String {
        since.map { entry in
            let hour = Self.padded(entry.happened.beijingHour)
            let minute = Self.padded(entry.happened.beijingMinute)
            return "\(entry.day) \(hour):\(minute) \(naming(entry.person))\(entry.act.words)"
        }.joined(separator: "；")
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private func sentence(_ naming: (String) -> String) -> String {
        let list = (namesPeople ? details.map(naming) : details).joined(separator: "、")
        switch code {
        case .moved: return "您查看之后已有\(since.count)项新的办理，请看过再决定：\(deeds(naming))"
        case .notOpened: return "尚未立办件"
        case .alreadyOpened: return "办件已经开始，不能再次开始"
        case .over: return "已经办结，不能再办“\(name)”"
        case .mergedAway: return "已并入办件\(name)，请到该办件办理"
        case .unknownAction: return "程序中没有“\(name)”这一步骤"
        case .unknownClock: return "程序中没有“\(name)”这一时限"
        case .unknownState: return "程序中没有“\(name)”这一状态"
        case .unknownFact: return "程序中没有“\(name)”这一事项"
        case .nothingInForce: return "程序\(name)在该日没有施行的版本"
        case .wrongState: return "现为“\(list)”，不能办“\(name)”"
        case .wrongRole: return "“\(name)”应由\(list)办理"
        case .notHandler: return "“\(name)”由承办人\(list)办理，移交或者协办后才能由他人办理"
        case .tooEarly: return "“\(list)”未满，不能办“\(name)”"
        case .leadTimeShort: return "“\(list)”不足，不能办“\(name)”"
        case .tooLate: return "“\(list)”已过，不能办“\(name)”"
        case .clockNotRunning: return "时限“\(list)”没有起算"
        case .dayMissing: return "须填明时限“\(list)”所依据事件的日期"
        case .stepMissing: return "先办“\(list)”，再办“\(name)”"
        case .stepDone: return "已办“\(list)”，不能再办“\(name)”"
        case .stepOutdated: return "“\(list)”之后须重新办“\(name)”"
        case .notApart: return "\(list)参与过本案前面的步骤，不能办“\(name)”"
        default: return furtherSentence(list)
        }
    }

    private func furtherSentence(_ list: String) -> String {
        switch code {
        case .officersMissing: "“\(name)”执法人员不足：\(list)"
        case .certificateInvalid: "执法证件在办理之日无效：\(list)"
        case .papersMissing: "“\(name)”缺少：\(list)"
        case .paperUnfinished: "“\(name)”所附文书尚未签字盖章回传：\(list)；请在办件“文书”一栏办理"
        case .findingOpen: "“\(name)”之前须改正案卷的重大问题，或者由分管负责人书面说明理由：\(list)；请看办件“案卷评查”"
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
        case .notInPost: "\(list)没有岗位“\(name)”的有效账户，请改选他人或者先开立账户"
        case .certificateUnknown: "\(list)没有登记“\(name)”号行政执法证，或者所填有效期长于登记，请先登记证件"
        case .unknownUnit: "没有登记的单位：\(list)"
        default: name
        }
    }
}

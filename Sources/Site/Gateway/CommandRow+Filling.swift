import Gateway
import HJ212
import Records
import Standards

extension CommandPage.Row {
    /// Packets linked of a long history: the first ones; the others are found by device and time.
    private static let greatestLinkCount = 6

    init(_ command: DeviceCommand, book: CommandBook, dialect: Dialect?, in context: PageContext) {
        let definition = book.definition(command.name)
        let parameters = (definition?.parameters ?? []).compactMap { parameter in
            command.parameters[parameter.name].map {
                let shown = CommandAttempt.shown($0, as: parameter.kind).replacing("T", with: " ")
                return "\(parameter.title) \(Self.title(of: shown, parameter))\(parameter.unit)"
            }
        }
        let packets =
            command.sent.prefix(2).map { TextLink(label: "下发", href: SiteURL.packet($0).path) }
            + command.received.prefix(Self.greatestLinkCount).map {
                TextLink(label: "应答", href: SiteURL.packet($0).path)
            }
        self.init(
            title: definition.map { "\($0.number) \($0.title)" } ?? command.name,
            parameters: parameters.joined(separator: "，"),
            reason: [
                "\(command.reason)（\(command.basis)）", command.matter,
                command.noticeOn.isEmpty ? "" : "\(command.noticeOn) 告知企业：\(command.noticeManner)",
            ].filter { !$0.isEmpty }.joined(separator: "；"),
            who: Self.who(command), requestedText: Instant(milliseconds: command.requestedMilliseconds).shortSecondText,
            stageText: command.stage.words, stageTone: Self.tone(command), result: Self.result(command, dialect),
            links: packets + [TextLink(label: "台账", href: SiteURL.record(command.sequence).path)],
            pending: CommandPage.Pending(command, in: context))
    }

    private static func title(of value: String, _ parameter: CommandParameter) -> String {
        guard case .choice(let choices, let titles) = parameter.kind, let place = choices.firstIndex(of: value) else {
            return value
        }
        return titles[place]
    }

    private static func who(_ command: DeviceCommand) -> String {
        let who =
            switch command.actor {
            case CommandActions.system.id: "系统自动"
            case CommandActions.operatorWithoutAccounts: "本机操作人"
            default: command.actor
            }
        return command.confirmedBy.map { "\(who)，\($0) 确认" } ?? who
    }

    private static func tone(_ command: DeviceCommand) -> String {
        switch command.stage {
        case .unconfirmed, .waiting, .running: "warn"
        case .withdrawn: "plain"
        case .ended: command.outcome?.isSuccess == true ? "better" : "worse"
        }
    }

    private static func result(_ command: DeviceCommand, _ dialect: Dialect?) -> String {
        if let outcome = command.outcome {
            var words = [outcome.words(in: dialect)]
            if let drift = command.driftMilliseconds {
                let tenths = abs(drift) / 100
                words.append("设备时钟\(drift < 0 ? "慢" : "快") \(tenths / 10).\(tenths % 10) 秒")
            }
            if command.driftMilliseconds == nil, !command.answer.isEmpty {
                words.append(
                    command.answer.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "，"))
            }
            if command.receivedCount > 0 { words.append("收到 \(command.receivedCount) 个报文") }
            if let late = command.lateCode { words.append("此后设备又报：\(CommandOutcome.execution(late))") }
            return words.joined(separator: "；")
        }
        if let reason = command.withdrawalReason { return "撤回：\(reason)" }
        return command.qn.map { "QN=\($0)" } ?? ""
    }
}

extension CommandPage.Pending {
    /// Nil for a command that is over or already given up.
    init?(_ command: DeviceCommand, in context: PageContext) {
        guard [.unconfirmed, .waiting, .running].contains(command.stage), command.withdrawnBy == nil else { return nil }
        self.init(
            action: SiteURL.deviceCommands(command.mn).path,
            hidden: [
                ReviewForm.Hidden(name: FormToken.field, value: context.services.formToken.text),
                ReviewForm.Hidden(name: "id", value: command.id),
            ], needsConfirmation: command.stage == .unconfirmed)
    }
}

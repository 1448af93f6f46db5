import Gateway
import Registry
import Standards

extension CommandForm {
    init(
        _ definition: CommandDefinition, for binding: DeviceBinding, attempt: CommandAttempt?, in context: PageContext
    ) {
        let need = definition.commandClass.need(on: binding.settings.ownership)
        self.init(
            action: SiteURL.deviceCommands(binding.mn).path,
            hidden: Self.hidden("request", in: context)
                + [ReviewForm.Hidden(name: "command", value: definition.name.rawValue)],
            title: "\(definition.title)（CN \(definition.number)）",
            needText: "\(definition.commandClass.title)：\(Self.words(need))",
            fields: definition.parameters.map { Field($0, value: attempt?.parameters[$0.name], longest: definition) },
            reason: attempt?.reason ?? "", basis: attempt?.basis ?? "",
            restriction: need == .restricted
                ? Restriction(
                    matter: attempt?.matter ?? "", noticeOn: attempt?.noticeOn ?? "",
                    noticeManner: attempt?.noticeManner ?? "") : nil,
            refusal: Self.refusal(need, by: context) ?? Self.keyRefusal(definition, binding, in: context),
            error: attempt?.error)
    }

    static func hidden(_ act: String, in context: PageContext) -> [ReviewForm.Hidden] {
        [
            ReviewForm.Hidden(name: FormToken.field, value: context.services.formToken.text),
            ReviewForm.Hidden(name: "act", value: act),
        ]
    }

    private static func words(_ need: CommandClass.Need) -> String {
        switch need {
        case .free: "须写明理由和依据"
        case .restricted: "须有案件或任务编号、告知企业，并由第二人确认"
        case .refused: "不从这里下发"
        }
    }

    /// Why a new key cannot be sent, whatever is filled in.
    private static func keyRefusal(
        _ definition: CommandDefinition, _ binding: DeviceBinding, in context: PageContext
    ) -> String? {
        guard definition.name == .setKey else { return nil }
        return context.services.keys.refusal(of: binding)?.message
    }

    /// What the book would refuse whatever is filled in.
    private static func refusal(_ need: CommandClass.Need, by context: PageContext) -> String? {
        switch need {
        case .free: nil
        case .refused: CommandError(.notOffered).message
        case .restricted: context.services.isWithoutPeople ? CommandError(.noPeople).message : nil
        }
    }
}

extension CommandForm.Field {
    init(_ parameter: CommandParameter, value: String?, longest definition: CommandDefinition) {
        var hint = parameter.unit
        var type = "text"
        var options: [ReviewForm.Choice] = []
        switch parameter.kind {
        case .whole(let range):
            type = "number"
            hint = "\(range.lowerBound)—\(range.upperBound) \(parameter.unit)"
        case .choice(let choices, let titles):
            options = zip(choices, titles).map {
                ReviewForm.Choice(value: $0, label: $1, isChosen: value == $0)
            }
        case .code: hint = "因子编码，如 w01018"
        case .info: hint = "信息编码，如 i13001"
        case .text(let longest): hint = "不超过 \(longest) 个字符，不含 ; , & ="
        case .time, .label:
            type = "datetime-local"
            hint = parameter.kind == .label ? "时段的起点，北京时间" : "北京时间"
            if let seconds = definition.longestSeconds {
                hint += seconds >= 86_400 ? "，一次最多 \(seconds / 86_400) 天" : "，一次最多 \(seconds / 3_600) 小时"
            }
        case .clock: type = "time"
        }
        self.init(
            name: "p-" + parameter.name, label: parameter.title, hint: hint, inputType: type,
            value: value.map { CommandAttempt.shown($0, as: parameter.kind) } ?? "", isRequired: !parameter.isOptional,
            options: options)
    }
}

package import Standards

/// How the verdict on an hour of an outlet, or a replaced value, came about.
package enum DischargeExplanation {
    /// What a reader must be told about the item and its rules.
    package struct Context {
        /// The item's name: 氮氧化物.
        let name: String
        /// The unit of its value and limit.
        let unit: String
        /// The flags of the device.
        let flags: DischargeFlagRule
        /// Names of the events by id.
        let events: [String: String]
        /// The rules used, the one that decides first.
        let rules: [RuleCitation]

        package init(
            name: String, unit: String, flags: DischargeFlagRule, events: [String: String] = [:], rules: [RuleCitation]
        ) {
            self.name = name
            self.unit = unit
            self.flags = flags
            self.events = events
            self.rules = rules
        }

        func with(_ value: String) -> String { unit.isEmpty ? value : "\(value) \(unit)" }
    }

    /// Every step of the verdict on an hour.
    package static func hour(
        _ judgement: DischargeJudgement, outlet: DischargeOutlet, context: Context
    ) -> Explanation {
        var steps = [flagStep(judgement, context)]
        if let mark = markStep(judgement, context) { steps.append(mark) }
        if let conversion = conversionStep(judgement, outlet, context) { steps.append(conversion) }
        if let comparison = comparisonStep(judgement, context) { steps.append(comparison) }
        return Explanation(
            subject: "\(context.name)小时排放评价", inputs: inputs(judgement.hour, context), steps: steps,
            conclusion: conclusion(judgement, context),
            remarks: judgement.notes.map { DischargeWords.sentence($0, events: context.events) },
            rules: context.rules)
    }

    /// From which hours a value was made that serves the adding up of amounts.
    package static func filled(_ hour: FilledHour, name: String, unit: String, rules: [RuleCitation]) -> Explanation {
        let value = hour.value.map { "\(DischargeWords.number($0)) \(unit)" } ?? "无"
        var steps: [Explanation.Step] = []
        let conclusion: String
        switch hour.origin {
        case .measured: conclusion = "实测 \(value)"
        case .stopped: conclusion = "排放源停运，计 0"
        case .missing(let reason): conclusion = DischargeWords.sentence(reason)
        case .replaced(let replacement):
            steps.append(
                Explanation.Step(
                    "替代值", tableRow: span(replacement.hours), formula: formula(replacement), result: value,
                    isDeciding: true))
            conclusion = "替代 \(value)"
        }
        return Explanation(
            subject: "\(name) \(hour.start) 的排放量数据", inputs: [], steps: steps, conclusion: conclusion,
            remarks: ["替代值只用于排放量统计，不用于超标评价"], rules: rules)
    }

    private static func inputs(_ hour: DischargeHour, _ context: Context) -> [Explanation.Input] {
        var inputs = [
            Explanation.Input(context.name, hour.value.map { context.with("\($0)") } ?? "缺测"),
            Explanation.Input("标记", hour.flag.isEmpty ? "无" : hour.flag),
        ]
        if let oxygen = hour.oxygen { inputs.append(.init("含氧量", "\(oxygen) %")) }
        if let flow = hour.flow { inputs.append(.init("流量", "\(flow) m³")) }
        if let minutes = hour.validMinutes { inputs.append(.init("有效分钟", "\(minutes)")) }
        return inputs
    }

    private static func flagStep(_ judgement: DischargeJudgement, _ context: Context) -> Explanation.Step {
        let flag = judgement.hour.flag
        let meaning = flag.isEmpty ? "无标记" : "\(flag) \(context.flags.flags[flag]?.name ?? "不在标记表内")"
        return Explanation.Step(
            "数据标记", formula: meaning, result: DischargeWords.name(judgement.validity),
            isDeciding: judgement.validity != .valid)
    }

    private static func markStep(_ judgement: DischargeJudgement, _ context: Context) -> Explanation.Step? {
        guard let mark = judgement.hour.mark else { return nil }
        let kind =
            switch mark.kind {
            case .deviceAbnormal: "自动监测异常"
            case .operating(let event): "工况：\(context.events[event] ?? RowFault.clipped(event))"
            }
        let made = mark.madeAt.map { "，\($0) 标记" } ?? ""
        let result =
            switch judgement.verdict {
            case .notJudged(.deviceMark), .notJudged(.standstill): "不评价"
            case .exempt(_, let used, let limit): "第 \(used) 小时，时限 \(limit) 小时，不评价"
            default: judgement.notes.first.map { DischargeWords.sentence($0, events: context.events) } ?? "不影响评价"
            }
        return Explanation.Step("企业标记", formula: kind + made, result: result)
    }

    private static func conversionStep(
        _ judgement: DischargeJudgement, _ outlet: DischargeOutlet, _ context: Context
    ) -> Explanation.Step? {
        guard let reference = outlet.referenceOxygen, let compared = judgement.compared,
            let value = judgement.hour.value, let oxygen = judgement.hour.oxygen
        else { return nil }
        return Explanation.Step(
            "折算浓度", tableRow: "基准含氧量 \(reference) %", formula: "\(value)×(21−\(reference))÷(21−\(oxygen))",
            exact: DischargeWords.number(compared), result: context.with(DischargeWords.number(compared)))
    }

    private static func comparisonStep(
        _ judgement: DischargeJudgement, _ context: Context
    ) -> Explanation.Step? {
        guard let compared = judgement.compared, let bound = judgement.bound else { return nil }
        let value = DischargeWords.number(compared)
        let row = context.with(DischargeWords.bound(bound))
        guard case .exceeded(let multiple?) = judgement.verdict, case .atMost(let limit) = bound else {
            return Explanation.Step(
                "与限值比较", tableRow: row, formula: "\(value) 对 \(DischargeWords.bound(bound))",
                result: judgement.verdict.isExceeded ? "超出范围" : "达标", isDeciding: true)
        }
        let printed = (try? multiple.rounded(decimals: ExceedanceMultiple.decimals))?.description ?? ""
        return Explanation.Step(
            "超标倍数", tableRow: row, formula: "(\(value)−\(limit))÷\(limit)", exact: DischargeWords.number(multiple),
            result: "\(printed) 倍", isDeciding: true)
    }

    private static func conclusion(_ judgement: DischargeJudgement, _ context: Context) -> String {
        switch judgement.verdict {
        case .notJudged(let reason): DischargeWords.sentence(reason, flags: context.flags)
        case .exempt(let event, let used, let limit):
            DischargeWords.exempt(context.events[event] ?? event, used: used, limit: limit)
        case .met: "达标"
        case .exceeded: "超标（线索，须核查后认定）"
        }
    }

    private static func span(_ hours: [Instant]) -> String? {
        guard let first = hours.first, let last = hours.last else { return nil }
        return "\(first)—\(last) 起的 \(hours.count) 个小时"
    }

    private static func formula(_ replacement: FilledHour.Replacement) -> String {
        switch replacement.method {
        case .largest(let hour): "此前 \(replacement.hours.count) 个有效小时的最大值，在 \(hour)"
        case .precedingMean: "此前等长有效时段 \(replacement.hours.count) 小时的算术平均值"
        case .precedingMedian: "此前等长有效时段 \(replacement.hours.count) 小时的中位值"
        case .neighbours: "缺失时段前后各一小时的平均值"
        case .product: "浓度与流量之积，其中有替代值"
        }
    }
}

package import Judging
import Standards

extension OutletLimit {
    /// How an hour stands against the limit; the limit is that of the outlet's registration.
    package func explanation(of hour: OutletHour) -> Explanation {
        let kind = isConverted ? "折算浓度" : "实测浓度"
        var inputs = [Explanation.Input("\(name)实测浓度", Self.written(hour.measured, unit))]
        if isConverted { inputs.append(Explanation.Input("\(name)折算浓度", Self.written(hour.converted, unit))) }
        let bounds = lower.map { "\($0)—\(limit)" } ?? "≤\(limit)"
        inputs.append(Explanation.Input("\(kind)小时均值限值", "\(bounds) \(unit)（\(standard)）"))
        return Explanation(
            subject: "排放小时均值与限值", inputs: inputs, steps: steps(of: hour, kind: kind), conclusion: conclusion(of: hour),
            remarks: [
                "超标倍数按 GB/T 8170 修约到 \(ExceedanceMultiple.decimals) 位小数，只修约一次", "按设备标记有效的小时值比较，企业标记与工况未核实",
                "限值取自排口登记，未与规则目录核对",
            ], rules: [])
    }

    private func steps(of hour: OutletHour, kind: String) -> [Explanation.Step] {
        guard let value = hour.judged?.value else { return [] }
        var comparison = value > limit ? "\(value)＞\(limit)" : "\(value)≤\(limit)"
        if let lower, value < lower { comparison = "\(value)＜\(lower)" }
        let isValid = hour.judged?.isValid ?? false
        var steps = [
            Explanation.Step(
                "与限值比较", tableRow: "\(kind) \(lower.map { "\($0)—\(limit)" } ?? "≤\(limit)") \(unit)",
                formula: comparison,
                result: !isValid || !hour.isAccepted ? "不参与评价" : hour.isOver ? "超过限值" : "未超过限值",
                isDeciding: true)
        ]
        if hour.isOver, let multiple = multiple(of: value) {
            let printed = try? multiple.rounded(decimals: ExceedanceMultiple.decimals)
            steps.append(
                Explanation.Step(
                    "超标倍数", formula: "(\(value)−\(limit))÷\(limit)", exact: multiple.written,
                    result: printed?.description ?? multiple.description))
        }
        return steps
    }

    private func conclusion(of hour: OutletHour) -> String {
        guard let value = hour.judged?.value else { return "没有可比较的值" }
        guard hour.judged?.isValid ?? false else { return "设备标记为\(ReadingFlag.meaning(hour.judged?.flag ?? ""))，不参与评价" }
        guard hour.isAccepted else { return "设备未验收，不参与评价" }
        guard hour.isOver else { return "\(name) \(value) \(unit)，未超过限值" }
        let multiple = multiple(of: value).flatMap { try? $0.rounded(decimals: ExceedanceMultiple.decimals) }
        return "\(name) \(value) \(unit)，\(multiple.map { "超标 \($0) 倍" } ?? "超过限值")"
    }

    private static func written(_ reading: Reading?, _ unit: String) -> String {
        guard let value = reading?.value else { return "无" }
        let mark = reading.map { $0.isValid ? "" : "（标记为\(ReadingFlag.meaning($0.flag))）" } ?? ""
        return "\(value) \(unit)\(mark)"
    }
}

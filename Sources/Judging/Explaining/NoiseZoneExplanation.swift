import Standards

/// How the verdict on a noise day follows from its hours, as a reviewer checks it by hand.
package struct NoiseZoneExplanation {
    /// What was judged.
    package let verdict: NoiseDayVerdict
    private let rules: NoiseDayRules

    /// Decimals of the value shown before rounding; a logarithm has no exact one.
    private static let shownDecimals = 4

    /// The explanation of a verdict by the rules that gave it.
    package init(_ verdict: NoiseDayVerdict, by rules: NoiseDayRules) {
        self.verdict = verdict
        self.rules = rules
    }

    /// The card.
    package var explanation: Explanation {
        Explanation(
            subject: "功能区噪声昼间、夜间评价", inputs: inputs,
            steps: levelSteps + [dayNightStep].compactMap(\.self) + NoisePeriod.allCases.compactMap(verdictStep)
                + [suddenStep].compactMap(\.self),
            conclusion: conclusion, remarks: remarks, rules: rules.headers.map { RuleCitation($0) })
    }

    private var inputs: [Explanation.Input] {
        let zone = verdict.noiseDay.zone
        let name = rules.standard.zoneNames[zone].map { "（\($0)）" } ?? ""
        var inputs = [Explanation.Input("功能区", "\(zone.rawValue) 类\(name)")]
        for period in NoisePeriod.allCases {
            let hours = verdict.noiseDay.hours(period).map { $0.map(\.description) ?? "缺测" }
            inputs.append(
                Explanation.Input("\(period.chinese)小时 Leq（\(clock(period))）", hours.joined(separator: ", ") + " dB(A)")
            )
        }
        if let maximum = verdict.noiseDay.nightMaximum {
            inputs.append(Explanation.Input("夜间最大声级 Lmax", "\(maximum) dB(A)"))
        }
        return inputs
    }

    /// `06:00—22:00`.
    private func clock(_ period: NoisePeriod) -> String {
        func hour(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number):00" }
        let ends = (hour(rules.periods.dayFrom), hour(rules.periods.nightFrom))
        return period == .day ? "\(ends.0)—\(ends.1)" : "\(ends.1)—次日 \(ends.0)"
    }

    private var levelSteps: [Explanation.Step] {
        NoisePeriod.allCases.compactMap { period in
            let hours = verdict.noiseDay.hours(period).compactMap(\.self)
            guard let level = verdict.level(period).level,
                let fine = try? EnergyMean.rounded(hours, decimals: Self.shownDecimals)
            else { return nil }
            return Explanation.Step(
                "\(period.chinese)等效声级 \(period == .day ? "Ld" : "Ln")",
                formula: "10·lg[Σ10^(0.1·Li)÷\(hours.count)]≈\(fine)", result: "\(level) dB(A)")
        }
    }

    private var dayNightStep: Explanation.Step? {
        guard let level = verdict.dayNight.level else { return nil }
        return Explanation.Step(
            "昼夜等效声级 Ldn",
            formula: "10·lg{[16·10^(0.1·Ld)+8·10^(0.1·(Ln+\(NoiseStatisticsRule.nightPenalty)))]÷24}，由小时值直接计算",
            result: "\(level) dB(A)")
    }

    private func verdictStep(_ period: NoisePeriod) -> Explanation.Step? {
        guard let level = verdict.level(period).validLevel, let isMet = verdict.isMet(period) else { return nil }
        let limit = verdict.limit[period]
        return Explanation.Step(
            "\(period.chinese)评价", tableRow: "\(verdict.noiseDay.zone.rawValue) 类\(period.chinese)限值 \(limit) dB(A)",
            formula: "\(level)\(isMet ? "≤" : "＞")\(limit)", result: isMet ? "达标" : "超标", isDeciding: true)
    }

    private var suddenStep: Explanation.Step? {
        guard let maximum = verdict.noiseDay.nightMaximum, let isMet = verdict.isSuddenMet else { return nil }
        return Explanation.Step(
            "夜间突发噪声", tableRow: "夜间限值 \(verdict.limit.night)+\(rules.standard.nightSuddenExcess) dB(A)",
            formula: "\(maximum)\(isMet ? "≤" : "＞")\(verdict.suddenLimit)", result: isMet ? "未超过" : "超过（不影响夜间等效声级的评价）")
    }

    private var conclusion: String {
        NoisePeriod.allCases.map { period in
            period.chinese + (verdict.isMet(period).map { $0 ? "达标" : "超标" } ?? "不评价")
        }.joined(separator: "，")
    }

    private var remarks: [String] {
        let decimals = rules.statistics.levelDecimals
        return NoiseDayNotes(verdict, by: rules).sentences
            + ["声级按能量平均，只修约一次到 \(decimals) 位小数，再与限值比较", "夜间属于其开始的那一天"]
    }
}

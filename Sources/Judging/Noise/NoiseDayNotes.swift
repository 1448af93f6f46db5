import Standards

/// What a reader must know beside a noise day, in Chinese, one sentence each.
struct NoiseDayNotes {
    let sentences: [String]

    init(_ verdict: NoiseDayVerdict, by rules: NoiseDayRules) {
        var sentences = NoisePeriod.allCases.compactMap { period in
            Self.completeness(verdict.level(period), period, rules.statistics)
        }
        if let maximum = verdict.noiseDay.nightMaximum, verdict.isSuddenMet == false {
            sentences.append(
                "夜间最大声级 \(maximum) dB(A)，超过限值 \(verdict.limit.night)+\(rules.standard.nightSuddenExcess) dB(A)")
        }
        self.sentences = sentences
    }

    private static func completeness(
        _ level: NoiseLevel, _ period: NoisePeriod, _ rule: NoiseStatisticsRule
    ) -> String? {
        let name = period.chinese
        guard level.validCount > 0 else { return "\(name)没有有效小时，不评价" }
        guard level.isValid else {
            let minimum = period == .day ? rule.minimum.dayHours : rule.minimum.nightHours
            return "\(name)有效小时 \(level.validCount)，少于 \(minimum ?? 1)，不评价"
        }
        return level.isComplete ? nil : "\(name)有效小时 \(level.validCount)/\(level.expectedCount)，按现有小时计算"
    }
}

extension NoisePeriod {
    /// 昼间, 夜间.
    var chinese: String { self == .day ? "昼间" : "夜间" }
}

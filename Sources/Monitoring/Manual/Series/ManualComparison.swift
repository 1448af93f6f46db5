import Standards

/// A value measured by hand beside that of the automatic station for the period in which the sample was taken (手工与自动比对).
package struct ManualComparison: Sendable {
    package enum Verdict: String, Sendable {
        case agrees, differs
        /// There is no automatic value, or no rule by which the two can be compared.
        case open

        package var title: String {
            switch self {
            case .agrees: "一致"
            case .differs: "不一致"
            case .open: "无法比对"
            }
        }
    }

    package let manual: Reading
    /// The automatic value; nil where there is none.
    package let automatic: Reading?
    package let verdict: Verdict
    /// The difference or error with its bound, or why there is none.
    package let text: String

    /// - Parameter limit: the limits of GB 3838 for the item at this section; nil where there are none.
    init(manual: Reading, automatic: Reading?, limit: WaterLimit?, by rule: ManualComparisonRule) throws {
        self.manual = manual
        self.automatic = automatic
        (verdict, text) = try Self.judge(manual, automatic, limit, rule)
    }

    private static func judge(
        _ manual: Reading, _ automatic: Reading?, _ limit: WaterLimit?, _ rule: ManualComparisonRule
    ) throws -> (Verdict, String) {
        guard let hand = manual.value, let device = automatic?.value, automatic?.isValid == true else {
            return (.open, automatic == nil ? "该时段没有自动数据" : "该时段自动数据无效")
        }
        let (m, a) = (Rational(hand), Rational(device))
        if let greatest = rule.differences[manual.series.item] {
            let difference = (a - m).magnitude
            let text = try difference.rounded(decimals: 3).normalized.description
            return (difference <= Rational(greatest) ? .agrees : .differs, "相差 \(text)，允许 \(greatest)")
        }
        guard let clean = limit?.upperLimit(for: rule.alikeUpTo) else {
            if manual.isBelowDetection || hand.isZero { return (.open, "手工值低于检出限，不计算相对误差") }
            return try error(of: a, against: m, atMost: rule.others)
        }
        if !manual.isBelowDetection, !hand.isZero {
            for bound in rule.percents {
                if let above = limit?.upperLimit(for: bound.aboveClass), hand > above {
                    return try error(of: a, against: m, atMost: bound.percent)
                }
            }
        }
        guard hand <= clean else { return (.open, "没有适用的比对限值") }
        return (device <= clean ? .agrees : .differs, "手工值不高于 \(clean)，自动值也应不高于它")
    }

    private static func error(
        of automatic: Rational, against manual: Rational, atMost percent: ExactDecimal
    ) throws -> (Verdict, String) {
        let error = try (automatic - manual) * 100 / manual
        let text = try error.rounded(decimals: 1).description
        return (error.magnitude <= Rational(percent) ? .agrees : .differs, "相对误差 \(text) %，允许 ±\(percent) %")
    }
}

import Standards

extension WaterLimit {
    /// The row of the table: `Ⅰ ≤0.15，Ⅱ ≤0.5，Ⅲ ≤1.0，Ⅳ ≤1.5，Ⅴ ≤2.0 mg/L`.
    func written(_ unit: String, names: [String]) -> String {
        switch self {
        case .atMost(let limits): Self.row(limits, sign: "≤", unit, names)
        case .atLeast(let limits): Self.row(limits, sign: "≥", unit, names)
        case .within(let low, let high): "Ⅰ—Ⅴ类均为 \(low)—\(high)"
        }
    }

    private static func row(_ limits: [ExactDecimal], sign: String, _ unit: String, _ names: [String]) -> String {
        zip(names, limits).map { "\($0) \(sign)\($1)" }.joined(separator: "，") + " \(unit)"
    }

    /// Why a value has its class: `0.62≤1.0（Ⅲ类），0.62＞0.5（Ⅱ类）`.
    func comparison(of value: ExactDecimal, names: [String]) -> String {
        let met = waterClass(of: value).rawValue - 1
        switch self {
        case .atMost(let limits): return Self.comparison(value, limits, met: met, signs: ("≤", "＞"), names)
        case .atLeast(let limits): return Self.comparison(value, limits, met: met, signs: ("≥", "＜"), names)
        case .within(let low, let high):
            if value < low { return "\(value)＜\(low)" }
            return value > high ? "\(value)＞\(high)" : "\(low)≤\(value)≤\(high)"
        }
    }

    /// The limit met and the stricter one that is not.
    private static func comparison(
        _ value: ExactDecimal, _ limits: [ExactDecimal], met: Int, signs: (met: String, missed: String),
        _ names: [String]
    ) -> String {
        var parts: [String] = []
        if limits.indices.contains(met) { parts.append("\(value)\(signs.met)\(limits[met])（\(names[met])类）") }
        if met > 0 { parts.append("\(value)\(signs.missed)\(limits[met - 1])（\(names[met - 1])类）") }
        return parts.joined(separator: "，")
    }
}

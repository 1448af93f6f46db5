import Standards

extension WaterLimit {
    /// What a value must be for a class: `≤1.0`, `≥3`, `6—9`; a dash for the class that has no limit.
    func text(for waterClass: WaterClass) -> String {
        let index = waterClass.rawValue - 1
        switch self {
        case .atMost(let limits): return limits.indices.contains(index) ? "≤\(limits[index])" : "—"
        case .atLeast(let limits): return limits.indices.contains(index) ? "≥\(limits[index])" : "—"
        case .within(let low, let high): return "\(low)—\(high)"
        }
    }
}

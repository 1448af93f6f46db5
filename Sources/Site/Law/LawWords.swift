import Law

/// Provisions in words.
enum LawWords {
    /// What goes with the fine, in a few words each.
    static func measures(_ provision: Provision) -> [String] {
        var words: [String] = []
        if provision.fineAfter == .refusal { words.append("拒不改正才罚款") }
        if provision.fineAfter == .serious { words.append("情节严重才罚款") }
        if let daily = provision.dailyPenalty { words.append("按日计罚\(doubt(daily))") }
        if provision.productionLimit != nil { words.append("限产停产") }
        if provision.seizure != nil { words.append("查封扣押") }
        if provision.detention != nil { words.append("移送拘留") }
        if provision.crime != nil { words.append("移送犯罪") }
        return words
    }

    private static func doubt(_ measure: Measure) -> String { measure.condition == .arguable ? "（须论证）" : "" }

    static func condition(_ condition: Measure.Condition) -> String {
        switch condition {
        case .always: "适用"
        case .must: "应当"
        case .may: "可以"
        case .onRefusal: "拒不改正的"
        case .whenSerious: "情节严重的"
        case .hazardousOnly: "限危险废物等"
        case .arguable: "须由法制审核逐案判断"
        }
    }

    /// One measure, with whom it meets and for how long.
    static func text(_ measure: Measure) -> String {
        var parts = [condition(measure.condition)]
        if !measure.kinds.isEmpty { parts.append(measure.kinds.joined(separator: "、")) }
        if let target = measure.target { parts.append(target) }
        if let days = measure.days { parts.append("\(days.lowerBound)日以上\(days.upperBound)日以下") }
        if let days = measure.lighterDays { parts.append("情节较轻 \(days.lowerBound)日以上\(days.upperBound)日以下") }
        if let days = measure.seriousDays { parts.append("情节严重 \(days.lowerBound)日以上\(days.upperBound)日以下") }
        if let basis = measure.basis { parts.append("依据：\(basis)") }
        return parts.joined(separator: "；")
    }

    static func range(_ range: ClosedRange<Money>) -> String {
        range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound) 至 \(range.upperBound)"
    }
}

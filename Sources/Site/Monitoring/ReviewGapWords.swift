import Monitoring

/// What is missing of a day, and why, in words.
enum ReviewGapWords {
    static func words(_ gaps: ReviewGaps?) -> String {
        guard let gaps else { return "无数据" }
        let parts = ReviewGaps.Cause.allCases.compactMap { cause in
            gaps.counts[cause].map { "\(name(cause)) \($0)" }
        }
        let missing = gaps.counts.values.reduce(0, +)
        return missing == 0 ? "齐全" : "缺 \(missing)/\(gaps.expected)：" + parts.joined(separator: "、")
    }

    static func name(_ cause: ReviewGaps.Cause) -> String {
        switch cause {
        case .noMessage: "无报文"
        case .stopped: "停运"
        case .maintenance: "维护校准"
        case .invalid: "标记无效"
        case .blank: "来数为空"
        case .rejected: "审核剔除"
        case .ours: "平台原因"
        }
    }
}

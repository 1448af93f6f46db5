import Ledger
import Monitoring
import Records

/// What is said above a page after a review was recorded.
enum ReviewNotice {
    /// - Parameter sequence: the record that the address names; anything but a review says nothing.
    static func text(of sequence: Int64?, in context: PageContext) throws -> String? {
        guard let sequence, let record = try RecordStore.record(sequence, in: context.connection) else { return nil }
        let reviewer = record.body["reviewer"]?.text ?? ""
        if let step = record.body["step"]?.text.flatMap(ReviewStep.Kind.init(rawValue:)),
            record.body["kind"]?.text == "review-step"
        {
            return "\(name(step))已记入台账第 \(sequence) 条，办理人 \(reviewer)。"
        }
        switch record.body["kind"]?.text {
        case "service-record": return "运维/校准记录 \(record.body["number"]?.text ?? "") 已记入台账第 \(sequence) 条。"
        case "service-withdrawal": return "撤销已记入台账第 \(sequence) 条，原记录照样保留。"
        case "review-duty": return "排班已记入台账第 \(sequence) 条。"
        case "review-question" where record.body["due"] != nil: return "运维工单已记入台账第 \(sequence) 条，登记人 \(reviewer)。"
        case "review-question": return "疑问反馈已记入台账第 \(sequence) 条，登记人 \(reviewer)。"
        case "review-answer": return "答复已记入台账第 \(sequence) 条，登记人 \(reviewer)。"
        case "superior-ruling": return "上级核定已记入台账第 \(sequence) 条，登记人 \(reviewer)。原始值照样保留。"
        case "hour-review": break
        default: return nil
        }
        let decided = record.body["decision"]?.text.flatMap(HourReview.Decision.init(rawValue:)) ?? .accepted
        let decision = HourReviewWords.name(decided)
        return "\(decision)已记入台账第 \(sequence) 条，审核人 \(reviewer)。原始值照样保留。"
    }

    private static func name(_ step: ReviewStep.Kind) -> String {
        switch step {
        case .reviewed: "初审完成"
        case .signed: "复审签字"
        case .locked: "当日审核定稿"
        case .unlocked: "当日解锁"
        case .monthLocked: "本月审核定稿"
        case .monthUnlocked: "本月解锁"
        }
    }
}

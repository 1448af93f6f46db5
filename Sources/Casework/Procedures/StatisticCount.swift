/// What a step counts as in the statistics of law enforcement (统计口径): a closed list, named in the step's `counts`.
///
/// A step may count as several: a daily penalty is a penalty decision and a measure of its own. Two stand apart on purpose:
/// sealing and seizing are coercion (行政强制), an order to correct is neither coercion nor penalty.
package enum StatisticCount: String, CaseIterable, Sendable {
    case filed = "立案"
    case notFiled = "不予立案"
    case reviewed = "法制审核"
    case heard = "听证"
    case penalty = "处罚决定"
    case simplePenalty = "当场处罚"
    case noPenalty = "不予处罚决定"
    case dailyPenalty = "按日连续处罚"
    case correction = "责令改正"
    case seizure = "查封扣押"
    case restriction = "限制生产、停产整治"
    case detention = "移送行政拘留"
    case crime = "移送涉嫌犯罪"
    case disclosed = "公开"
    case closed = "结案"
    case courtEnforcement = "申请法院强制执行"
    case reconsidered = "行政复议"
    case sued = "行政诉讼"
    case accepted = "受理"
    case assigned = "分办"
    case answered = "答复"
    case completed = "办结"
    case partlyCompleted = "阶段性办结"
    case struckOff = "销号"
    case randomlyInspected = "双随机检查"
    case randomlyFound = "检查发现问题"
    case issued = "印发"
    case permitted = "许可决定"

    /// What a matter that follows from another does for it: where both count it, it is one and counts in the first.
    static let ofOneMatter: [StatisticCount] = [.reviewed, .heard, .crime]
}

import Standards

extension LawError {
    /// What is wrong and how to mend it.
    package var message: String {
        let day = date.map { "\($0)" } ?? ""
        return switch code {
        case .unknownViolation: "违法行为库中没有“\(detail)”。请从违法行为目录中选择"
        case .noProvision: "“\(detail)”没有 \(day) 有效的条文，不能套用其他日期的规定。请法制机构补充当时的条文（Catalog/law/violations）"
        case .unknownInstrument: "法律依据库中没有“\(detail)”。请核对名称，或在 Catalog/law/instruments.yaml 中补充"
        case .repealed: "“\(detail)”，对 \(day) 的行为不能引用"
        case .notYetInForce: "“\(detail)”在 \(day) 尚未施行，不能引用"
        case .reversedConduct: "违法行为的终了日早于开始日。请核对两个日期"
        case .decidedBefore: "决定日期 \(day) 早于违法行为终了日。请核对日期"
        case .unknownChoice: "裁量表中没有“\(detail)”。请从表列的情形中选择"
        case .noBase: "罚款按“\(detail)”计算，还没有填写这个数额"
        case .beyondAdjustment: "调整幅度超出裁量表允许的范围（\(detail)）"
        case .overflow: "金额过大，无法计算。请核对填写的数额"
        }
    }
}

package import Standards

/// The Chinese sentences about discharges, for notes and explanations.
package enum DischargeWords {
    /// Why a value is not judged.
    package static func sentence(_ reason: DischargeVerdict.Reason, flags: DischargeFlagRule? = nil) -> String {
        switch reason {
        case .beforeAcceptance: "设备验收之前的数据，不评价"
        case .flag(let flag, let validity):
            "标记 \(flag)（\(flags?.flags[flag]?.name ?? name(validity))），\(name(validity))，不评价"
        case .unknownFlag(let flag): "标记“\(RowFault.clipped(flag))”不在标记表内，按无效处理，原值保留"
        case .deviceMark: "企业标记自动监测异常，不评价"
        case .standstill: "企业标记停运，不评价"
        case .missing: "缺测"
        case .negative: "负值，按无效处理，请核对原始数据"
        case .noFlow: "流量为零，浓度无效"
        case .tooFewMinutes(let minutes, let needed): "有效数据 \(minutes) 分钟，不足 \(needed) 分钟，小时均值无效"
        case .noOxygen: "缺含氧量，不能折算，不评价"
        case .oxygenOutOfRange(let oxygen): "含氧量 \(oxygen) %，\(oxygen.isNegative ? "为负值" : "21−O2 不大于 1")，不能折算，不评价"
        case .noLimit: "没有小时限值，不评价"
        case .tooFewHours(let hours, let needed): "有效 \(hours) 小时，不足 \(needed) 小时，日均值无效"
        }
    }

    /// What must be known beside a verdict.
    package static func sentence(_ note: DischargeJudgement.Note, events: [String: String] = [:]) -> String {
        func name(_ event: String) -> String { events[event] ?? event }
        return switch note {
        case .lateMark(let deadline): "标记晚于截止时间 \(deadline)，视为认可数据有效"
        case .eventNotListed(let event): "工况“\(RowFault.clipped(name(event)))”在该行业的标记规则中没有时限，不豁免"
        case .eventOverrun(let event, let used, let limit):
            "\(name(event))已 \(used) 小时，超过时限 \(limit) 小时，按正常工况评价"
        case .eventCeiling(let event, let limit): "\(name(event))期间按限值 \(limit) 评价"
        case .maybeExceeded(let flag): "标记 \(flag) 提示可能超标，请核查"
        }
    }

    /// That an hour is exempt, and how much of the time is used.
    package static func exempt(_ event: String, used: Int, limit: Int) -> String {
        "\(event)第 \(used) 小时，时限 \(limit) 小时，不评价"
    }

    /// The class of a value.
    package static func name(_ validity: DischargeValidity?) -> String {
        switch validity {
        case .valid: "有效"
        case .invalidDevice: "设备数据无效"
        case .plantStopped: "排放源停运"
        case .manual: "手工数据"
        case nil: "标记不明"
        }
    }

    /// A limit with its sign.
    package static func bound(_ bound: DischargeBound) -> String {
        switch bound {
        case .atMost(let limit): "≤ \(limit)"
        case .within(let lower, let upper): "\(lower)～\(upper)"
        }
    }

    /// Why a gap stays.
    package static func sentence(_ reason: FilledHour.Reason) -> String {
        switch reason {
        case .rateTooLow(let rate): "季度有效数据捕集率 \(percent(rate)) % 低于下限，不替代，须用物料衡算或手工监测"
        case .noRate: "该季度没有可算捕集率的小时，不替代"
        case .tooFewHours(let found, let needed): "此前有效小时只有 \(found) 个，不足 \(needed) 个，不替代"
        case .noValidPeriod(let hours): "此前没有连续 \(hours) 小时均有效的时段，不替代"
        case .gapTooLong(let hours, let limit): "缺失 \(hours) 小时，超过 \(limit) 小时，不替代"
        case .noNeighbour: "相邻小时不全，不替代"
        }
    }

    /// A share in percent with two decimals.
    private static func percent(_ share: Rational) -> String {
        let percent = share * 100
        return (try? percent.rounded(decimals: 2))?.description ?? number(percent)
    }

    /// An exact number as people read it: a decimal where there is one, else the fraction.
    package static func number(_ value: Rational) -> String { value.exactDecimal?.description ?? value.description }
}

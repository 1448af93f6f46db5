import Standards

extension CheckGrade {
    /// 待核 or 疑似无效.
    package var title: String { self == .suspect ? "待核" : "疑似无效" }
}

extension CheckFinding {
    /// What was found, in one sentence: what, how much, against what. Time and station stand beside it.
    package var sentence: String {
        let name = CheckWords.name(item)
        let shown = value.map { "\($0)" } ?? ""
        switch fact {
        case .above(let bound): return "\(name) \(shown) 高于\(limit) \(bound)"
        case .below(let bound): return "\(name) \(shown) 低于\(limit) \(bound)"
        case .unfit: return "\(name) \(shown) 的位数过多，无法检验"
        case .spike(let mean): return "\(name) \(shown) 与前后两值的平均 \(CheckWords.number(mean)) 相差过大"
        case .peak(let nearer): return "\(name) \(shown) 单独突出，前后两值中较近的为 \(nearer)"
        case .outlier(let median, let sigmas):
            return "\(name) \(shown) 偏离此前 \(parameter("hours")) 小时的中位数 \(CheckWords.number(median)) 超过 \(sigmas) 倍标准差"
        case .jump(let before): return "\(name) 由前一值 \(before) 变为 \(shown)，变化过大"
        case .rate(let before, let seconds):
            return "\(name) 在 \(CheckWords.duration(seconds))内由 \(before) 变为 \(shown)，变化过快"
        case .flat(let seconds): return "\(name) 连续 \(CheckWords.duration(seconds))没有变化，为 \(shown)"
        case .missing(let seconds, let isSilent):
            return isSilent
                ? "\(name) 连续 \(CheckWords.duration(seconds))没有收到数据" : "\(name) 连续 \(CheckWords.duration(seconds))没有有效值"
        case .restarted(let seconds): return "\(name) \(shown) 为中断 \(CheckWords.duration(seconds))后恢复的数据，仪器可能尚未稳定"
        default: return comparison(name, shown)
        }
    }

    private func comparison(_ name: String, _ shown: String) -> String {
        switch fact {
        case .exceedsWhole(let item, let value):
            return "\(name) \(shown) 高于\(CheckWords.name(item)) \(value)，按定义不应更高"
        case .oversaturated(let temperature, let saturation):
            return "\(name) \(shown) 远高于水温 \(temperature) ℃ 时的饱和值 \(CheckWords.number(saturation))"
        case .ratio(let item, let value, let isHigh):
            return "\(name) \(shown) 与\(CheckWords.name(item)) \(value) 之比过\(isHigh ? "高" : "低")，请核对单位和通道"
        case .sum(let parts): return "\(name) \(shown) 与各组成之和 \(CheckWords.number(parts)) 不符"
        case .farAbove(let median):
            return "\(name) \(shown) 高于同时段其他站点中位数 \(CheckWords.number(median)) 的 \(parameter("factor")) 倍"
        case .farBelow(let median):
            return "\(name) \(shown) 低于同时段其他站点中位数 \(CheckWords.number(median)) 的 \(parameter("low_factor")) 分之一"
        case .apart(let station, let value): return "\(name) \(shown) 与相邻站点 \(station) 的 \(value) 相差过大"
        case .steady(let mean): return "\(name) 在 \(parameter("hours")) 小时内几乎不波动，平均 \(CheckWords.number(mean))，疑似数据失真"
        case .periodic(let lag): return "\(name) 每隔 \(CheckWords.duration(lag))重复，疑似数据失真"
        case .copied(let station?, _): return "\(name) 与站点 \(station) 同时段的数值完全相同，疑似复制"
        case .copied(nil, let origin): return "\(name) 与 \(CheckWords.moment(origin)) 起的数值完全相同，疑似复制"
        default: return declaration(name)
        }
    }

    private func declaration(_ name: String) -> String {
        switch fact {
        case .drifted(let kind, let error):
            let (what, unit) = kind == .zero ? ("零点", "") : ("跨度", "%")
            return grade == .fail
                ? "\(name) \(what)漂移 \(error)\(unit)，超出失控限，上次合格检查以来的数据存疑"
                : "\(name) \(what)漂移 \(error)\(unit)，超出调节限，应校准"
        case .flagged(let flag, let title, let hints):
            return "\(name) 的数据标记为 \(flag)（\(title)），不作有效数据" + (hints ? "；可能掩盖超标" : "")
        case .unknownFlag(let flag): return "\(name) 的数据标记 \(flag) 不在该版标准中，不作有效数据"
        case .marked(.maintenance): return "\(name) 在运维期间，数据不作有效数据"
        case .marked: return "\(name) 已标记自动监测异常，不作有效数据"
        case .markedLate(let deadline): return "标记迟于 \(CheckWords.moment(deadline))，视为认可数据有效"
        case .unknownEvent(let event): return "该行业的标记规则没有工况“\(event)”，不予豁免"
        case .overlong(let event, let hours): return "\(event)超过允许的 \(hours) 小时，超出部分不予豁免"
        default: return name
        }
    }

    private var limit: String { grade == .fail ? "可能的范围" : "常见范围" }

    private func parameter(_ name: String) -> String { parameters.first { $0.name == name }?.text ?? "" }
}

extension CheckRefusal {
    /// Why the rule did not look, in one sentence.
    package var sentence: String {
        let what = "站点 \(station) 的\(CheckWords.name(item))未作“\(rule.title)”（\(rule.id)）检验："
        return switch reason {
        case .noCounterpart(let other): what + "没有可比的\(CheckWords.name(other))"
        case .noSister(let other): what + "没有站点 \(other) 的数据"
        case .tooFewNeighbours(let count, let needed): what + "同组其他站点只有 \(count) 个，至少需 \(needed) 个"
        }
    }
}

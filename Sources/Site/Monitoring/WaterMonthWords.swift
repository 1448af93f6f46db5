import Monitoring
import Standards

/// How a section's month is put into words and looks.
struct WaterMonthWords {
    let className: String
    let tone: String
    let targetClass: String
    let targetTone: String
    /// Main pollution indicators with their multiples over class III; a dash for none.
    let pollutants: String
    let verdict: String
    let verdictTone: String

    /// - Parameters:
    ///   - month: nil when nothing could be judged.
    ///   - condition: `dry` where it is noted that there was no water.
    ///   - target: as registered; what the month was judged against comes first.
    init(_ month: WaterSectionMonth?, condition: String?, rule: WaterClassRule, target: WaterClass?) {
        let target = month?.target ?? target
        let isDry = condition == "dry" && month?.waterClass == nil
        targetClass = target?.roman ?? "无"
        targetTone = target?.tone ?? "wnone"
        className = isDry ? "断流" : month?.waterClass?.roman ?? "未监测"
        tone = isDry ? "wdry" : month?.waterClass?.tone ?? "wnone"
        let indicators = (month?.items ?? []).filter { $0.indicatorRank != nil }
            .sorted { ($0.indicatorRank ?? 0) < ($1.indicatorRank ?? 0) }
        pollutants =
            indicators.isEmpty
            ? "—"
            : indicators.map { item in
                let name = rule.standard.name(of: item.item)
                return item.multiple.map { "\(name)（\($0.text(decimals: rule.method.multipleDecimals))）" } ?? name
            }.joined(separator: "、")
        switch month?.isMet {
        case true?:
            verdict = "达标"
            verdictTone = "better"
        case false?:
            verdict = "超标"
            verdictTone = "worse"
        case nil:
            verdict = isDry ? "断流" : (month?.waterClass == nil ? "未监测" : "未定目标")
            verdictTone = "plain"
        }
    }
}

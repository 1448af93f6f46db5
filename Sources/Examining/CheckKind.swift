/// What a check is about; the raw value is the word of the JSON output.
package enum CheckKind: String, CaseIterable, Sendable, Codable {
    case percent, days, change, sum, shares, listing, respectively, numbering, style, doubled, instrument, standard
    case naming, unit, identity, repeated, universal, rough, moment, date, bounds

    /// In the words of the interface.
    package var name: String {
        switch self {
        case .percent: "百分比与件数"
        case .days: "优良天数与比率"
        case .change: "升降与数值"
        case .sum: "合计与分项"
        case .shares: "各项占比"
        case .listing: "列举与项数"
        case .respectively: "“分别为”的项数"
        case .numbering: "编号次序"
        case .style: "编号格式"
        case .doubled: "重复字词"
        case .instrument: "法律名称与效力"
        case .standard: "标准编号与效力"
        case .naming: "一件两名"
        case .unit: "单位"
        case .identity: "量的大小关系"
        case .repeated: "前后不一"
        case .universal: "概括性表述"
        case .rough: "约数配百分之百"
        case .moment: "截止时点"
        case .date: "日期"
        case .bounds: "范围"
        }
    }
}

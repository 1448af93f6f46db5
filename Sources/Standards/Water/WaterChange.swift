/// How water quality changed between two periods (环办〔2011〕22号).
public enum WaterChange: String, CaseIterable, Hashable, Sendable, Codable {
    /// 无明显变化.
    case none
    /// 有所好转.
    case better
    /// 明显好转.
    case muchBetter
    /// 有所变差 (下降).
    case worse
    /// 明显变差.
    case muchWorse
}

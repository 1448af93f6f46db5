/// What an enterprise declared about one hour of its outlet (污染物排放自动监测设备标记规则).
public struct DischargeMark: Hashable, Sendable {
    /// The two kinds of marks.
    public enum Kind: Hashable, Sendable {
        /// 自动监测异常: the device was not normal; the value is not used to judge.
        case deviceAbnormal
        /// 工况标记: an event of the plant, by its id in the marking rule (`cold_start`).
        case operating(event: String)
    }

    /// What is declared.
    public let kind: Kind
    /// When the mark was made; nil when nobody knows, which is taken as in time.
    public let madeAt: Instant?

    /// Makes a mark.
    public init(_ kind: Kind, madeAt: Instant? = nil) {
        self.kind = kind
        self.madeAt = madeAt
    }
}

/// One of the six levels of air quality, all words from the standard's table (HJ 633 Table 2 / Table 1).
public struct AirLevel: Hashable, Sendable {
    /// 1 (best) … 6.
    public let rank: Int
    /// Largest AQI of the level; nil for the last.
    public let upperBound: Int?
    /// 一级 … 六级.
    public let grade: String
    /// 优, 良, 轻度污染 …
    public let name: String
    /// Name of the colour.
    public let colorName: String
    /// `#RRGGBB`.
    public let hex: String
    /// Printing colour `C,M,Y,K` in percent.
    public let cmyk: String
    /// 对健康影响情况.
    public let effect: String
    /// 建议采取的措施.
    public let advice: String

    /// Makes a level from the words of the standard.
    public init(
        rank: Int, upperBound: Int?, grade: String, name: String, colorName: String, hex: String, cmyk: String,
        effect: String, advice: String
    ) {
        self.rank = rank
        self.upperBound = upperBound
        self.grade = grade
        self.name = name
        self.colorName = colorName
        self.hex = hex
        self.cmyk = cmyk
        self.effect = effect
        self.advice = advice
    }
}

/// A class of GB 3838-2002, best first; `.worseThanFive` is 劣Ⅴ.
public enum WaterClass: Int, CaseIterable, Hashable, Comparable, Sendable, Codable {
    /// Ⅰ
    case one = 1
    /// Ⅱ
    case two
    /// Ⅲ
    case three
    /// Ⅳ
    case four
    /// Ⅴ
    case five
    /// 劣Ⅴ
    case worseThanFive

    /// The five classes that have limits.
    public static let withLimits: [WaterClass] = [.one, .two, .three, .four, .five]

    /// Better classes come first.
    public static func < (left: WaterClass, right: WaterClass) -> Bool { left.rawValue < right.rawValue }
}

/// The classes of acoustic function zones (GB 3096-2008, 4).
public enum NoiseZone: String, Hashable, Sendable, CaseIterable {
    /// 0 类, convalescence.
    case zero = "0"
    /// 1 类, dwelling, education, medical care, offices.
    case one = "1"
    /// 2 类, commerce and mixed.
    case two = "2"
    /// 3 类, industry and storage.
    case three = "3"
    /// 4 类 where 4a and 4b are not told apart: emission standards, older bulletins.
    case four = "4"
    /// 4a 类, beside main roads, rail on the ground and waterways.
    case fourA = "4a"
    /// 4b 类, beside main railways.
    case fourB = "4b"

    /// The class that holds this one where 4a and 4b are not told apart.
    var undivided: NoiseZone { self == .fourA || self == .fourB ? .four : self }
}

/// The field `ST`: what kind of station reports (HJ 212-2017). Codes outside the table occur; any is accepted.
public struct SystemType: RawRepresentable, Sendable, Hashable {
    /// The code as sent, two characters in the standard.
    public let rawValue: String

    /// A system type from its code.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// 21: surface water quality.
    public static let surfaceWater = SystemType(rawValue: "21")
    /// 22: air quality.
    public static let ambientAir = SystemType(rawValue: "22")
    /// 23: noise in the environment.
    public static let noise = SystemType(rawValue: "23")
    /// 27: volatile organic compounds.
    public static let organicCompounds = SystemType(rawValue: "27")
    /// 31: sources of air pollution.
    public static let airSource = SystemType(rawValue: "31")
    /// 32: sources of surface water pollution.
    public static let waterSource = SystemType(rawValue: "32")
    /// 39: dust of building sites.
    public static let siteDust = SystemType(rawValue: "39")
    /// 51: process of flue gas treatment.
    public static let gasProcess = SystemType(rawValue: "51")
    /// 52: process of waste water treatment.
    public static let waterProcess = SystemType(rawValue: "52")
    /// 91: the systems talk to each other.
    public static let interaction = SystemType(rawValue: "91")
}

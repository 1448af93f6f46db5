/// What follows the dash in a name such as `w01018-Rtd` (HJ 212-2017, table 4; 2025 additions). Makers invent more, so any
/// name can be asked for.
public struct FieldName: RawRepresentable, Sendable, Hashable {
    /// The name as the standard prints it.
    public let rawValue: String

    /// A field from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Value at the moment.
    public static let realtime = FieldName(rawValue: "Rtd")
    /// Smallest value of the period.
    public static let minimum = FieldName(rawValue: "Min")
    /// Mean of the period.
    public static let average = FieldName(rawValue: "Avg")
    /// Largest value of the period.
    public static let maximum = FieldName(rawValue: "Max")
    /// Amount of the period: flow in m³, pollutants in kg (some factors in g or mg).
    public static let amount = FieldName(rawValue: "Cou")
    /// Value at the moment, converted to the reference oxygen content.
    public static let convertedRealtime = FieldName(rawValue: "ZsRtd")
    /// Smallest converted value of the period.
    public static let convertedMinimum = FieldName(rawValue: "ZsMin")
    /// Mean of the converted values of the period.
    public static let convertedAverage = FieldName(rawValue: "ZsAvg")
    /// Largest converted value of the period.
    public static let convertedMaximum = FieldName(rawValue: "ZsMax")
    /// Data flag, one letter; `N` is normal.
    public static let flag = FieldName(rawValue: "Flag")
    /// Flag of the maker.
    public static let makersFlag = FieldName(rawValue: "EFlag")
    /// When the sample was taken.
    public static let sampleTime = FieldName(rawValue: "SampleTime")
    /// Information: log, state or parameter.
    public static let info = FieldName(rawValue: "Info")
    /// Noise of a period.
    public static let noise = FieldName(rawValue: "Data")
    /// Noise of a day time.
    public static let dayNoise = FieldName(rawValue: "DayData")
    /// Noise of a night time.
    public static let nightNoise = FieldName(rawValue: "NightData")
    /// State of a plant.
    public static let plantState = FieldName(rawValue: "RS")
    /// Run time of a plant, in hours.
    public static let plantRunTime = FieldName(rawValue: "RT")
}

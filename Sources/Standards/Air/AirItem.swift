/// The six basic items of ambient air, in the order in which national publications name them.
public enum AirItem: String, CaseIterable, Hashable, Sendable, Codable {
    /// Sulphur dioxide, µg/m³.
    case so2
    /// Nitrogen dioxide, µg/m³.
    case no2
    /// Particles below 10 µm, µg/m³.
    case pm10
    /// Particles below 2.5 µm, µg/m³.
    case pm25
    /// Carbon monoxide, mg/m³.
    case co
    /// Ozone, µg/m³: the hour's mean, or for a day the largest eight-hour mean.
    case o3

    /// The name in publications: `SO2`, `NO2`, `PM10`, `PM2.5`, `CO`, `O3`.
    public var displayName: String {
        switch self {
        case .so2: "SO2"
        case .no2: "NO2"
        case .pm10: "PM10"
        case .pm25: "PM2.5"
        case .co: "CO"
        case .o3: "O3"
        }
    }

    /// The unit in which every table here is written.
    public var unit: String { self == .co ? "mg/m³" : "µg/m³" }

    /// The place in the publication order, 0 … 5.
    @inlinable public var ordinal: Int {
        switch self {
        case .so2: 0
        case .no2: 1
        case .pm10: 2
        case .pm25: 3
        case .co: 4
        case .o3: 5
        }
    }
}

extension AirItem: Comparable {
    /// Publication order.
    public static func < (left: AirItem, right: AirItem) -> Bool { left.ordinal < right.ordinal }
}

/// The six concentrations of one place and period, stored in place.
///
/// For an hour all are hourly means. For a day all are means of the day, ozone the largest eight-hour mean (MDA8).
public struct AirValues: Hashable, Sendable {
    /// Sulphur dioxide, µg/m³.
    public var so2: AirValue
    /// Nitrogen dioxide, µg/m³.
    public var no2: AirValue
    /// PM10, µg/m³.
    public var pm10: AirValue
    /// PM2.5, µg/m³.
    public var pm25: AirValue
    /// Carbon monoxide, mg/m³.
    public var co: AirValue
    /// Ozone, µg/m³.
    public var o3: AirValue

    /// Makes the set of values, in publication order.
    @inlinable
    public init(so2: AirValue, no2: AirValue, pm10: AirValue, pm25: AirValue, co: AirValue, o3: AirValue) {
        self.so2 = so2
        self.no2 = no2
        self.pm10 = pm10
        self.pm25 = pm25
        self.co = co
        self.o3 = o3
    }

    /// The same value for every item, usually `.missing`, to be filled by item.
    public init(repeating value: AirValue) {
        self.init(so2: value, no2: value, pm10: value, pm25: value, co: value, o3: value)
    }

    /// The value of an item.
    public subscript(item: AirItem) -> AirValue {
        get {
            switch item {
            case .so2: so2
            case .no2: no2
            case .pm10: pm10
            case .pm25: pm25
            case .co: co
            case .o3: o3
            }
        }
        set {
            switch item {
            case .so2: so2 = newValue
            case .no2: no2 = newValue
            case .pm10: pm10 = newValue
            case .pm25: pm25 = newValue
            case .co: co = newValue
            case .o3: o3 = newValue
            }
        }
    }
}

package import Standards

/// One station's six values in one hour, as a device rounds them: whole µg/m³, CO in tenths of mg/m³.
package struct AirHour: Hashable, Sendable {
    package var pm25: Int
    package var pm10: Int
    package var so2: Int
    package var no2: Int
    /// Tenths of mg/m³.
    package var coTenths: Int
    package var o3: Int
    /// Set when some values are not valid; the numbers then are what the instrument shows, not the truth.
    package var gap: Gap?

    /// The number of an item whether valid or not; CO in tenths of mg/m³.
    package subscript(item: AirItem) -> Int {
        get {
            switch item {
            case .pm25: pm25
            case .pm10: pm10
            case .so2: so2
            case .no2: no2
            case .co: coTenths
            case .o3: o3
            }
        }
        set {
            switch item {
            case .pm25: pm25 = newValue
            case .pm10: pm10 = newValue
            case .so2: so2 = newValue
            case .no2: no2 = newValue
            case .co: coTenths = newValue
            case .o3: o3 = newValue
            }
        }
    }

    /// The number of an item, nil when it is not valid in this hour; CO in tenths of mg/m³.
    package func valid(_ item: AirItem) -> Int? {
        if let gap, gap.items.contains(item) { return nil }
        return self[item]
    }
}

public import Standards

/// Decimals as a person writes them, for tables of expectations: `"0.15"`.
extension ExactDecimal: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        // A wrong literal is a fault of the test and may end it.
        self.init(value)!
    }
}

extension AirValues {
    /// Whole-day or hourly values; nil is a missing item.
    init(
        so2: ExactDecimal? = nil, no2: ExactDecimal? = nil, pm10: ExactDecimal? = nil, pm25: ExactDecimal? = nil,
        co: ExactDecimal? = nil, o3: ExactDecimal? = nil
    ) {
        self.init(
            so2: AirValue(so2), no2: AirValue(no2), pm10: AirValue(pm10), pm25: AirValue(pm25), co: AirValue(co),
            o3: AirValue(o3))
    }

    /// One item present, the others not monitored.
    static func only(_ item: AirItem, _ value: ExactDecimal) -> AirValues {
        var values = AirValues(repeating: .notMonitored)
        values[item] = .present(value)
        return values
    }
}

extension AirValue {
    init(_ value: ExactDecimal?) {
        self = value.map { .present($0) } ?? .missing
    }
}

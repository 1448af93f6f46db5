import Standards

extension AirItem {
    /// The name with lowered figures: PM₂.₅.
    var screenName: String {
        switch self {
        case .so2: "SO₂"
        case .no2: "NO₂"
        case .pm10: "PM₁₀"
        case .pm25: "PM₂.₅"
        case .co: "CO"
        case .o3: "O₃"
        }
    }

    /// The unit with the Greek letter that fonts of the system have.
    var screenUnit: String { ScreenText.unit(unit) }
}

extension AirItemSet {
    /// Names with lowered figures, or a dash for none.
    var screenNames: String { isEmpty ? "—" : items.map(\.screenName).joined(separator: "、") }
}

/// Names and units as the screen writes them, and back to plain letters for the clipboard.
enum ScreenText {
    private static let names = [
        ("PM2.5", "PM₂.₅"), ("PM10", "PM₁₀"), ("SO2", "SO₂"), ("NO2", "NO₂"), ("O3", "O₃"),
    ]

    /// With lowered figures in the names of pollutants.
    static func lowered(_ text: String) -> String {
        names.reduce(text) { text, name in text.replacing(name.0, with: name.1) }
    }

    /// Without lowered figures.
    static func plain(_ text: String) -> String {
        names.reduce(text) { text, name in text.replacing(name.1, with: name.0) }
    }

    /// The micro sign as the Greek letter, which every font of a system draws alike; `1`, as tables of codes have it, in words.
    static func unit(_ unit: String) -> String {
        unit == "1" ? "无量纲" : unit.replacing("\u{B5}", with: "\u{3BC}")
    }
}

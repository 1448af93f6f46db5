/// What a reader of `air hourly` and `air daily` may choose.
package struct AirTableOptions: Hashable, Sendable {
    /// Which edition judges.
    package let choice: RuleChoice
    /// Which items are listed as primary pollutants.
    package let primary: AirPrimaryStyle
    /// Whether a column tells how each AQI came about.
    package let explains: Bool

    /// Edition of the day, primary pollutants of HJ 633, no explanation.
    package static let plain = AirTableOptions(choice: .ofTheDay, primary: .max, explains: false)

    package init(choice: RuleChoice, primary: AirPrimaryStyle, explains: Bool) {
        self.choice = choice
        self.primary = primary
        self.explains = explains
    }
}

/// What the gateway asks of devices by itself.
package struct ExchangeSettings: Hashable, Sendable {
    /// Whether missing periods are asked for.
    package var asksForGaps = true
    /// Whether the clock of every device is read once a day.
    package var checksClocks = true
    /// Whether wrong clocks of the bureau's own devices are set. Of polluters' devices they never are.
    package var setsClocks = false

    package init() {}
}

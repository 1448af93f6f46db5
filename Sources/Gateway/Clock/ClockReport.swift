/// What the gateway knows of its own clock, and what the clocks of the devices say of it.
package struct ClockReport: Sendable, Hashable {
    package let steps: ClockSteps
    /// Devices whose clocks were compared.
    package let devices: Int
    /// How many milliseconds the middle one of them is ahead of ours; nil when too few were heard.
    package let medianLead: Int64?

    /// A difference that says something of a clock, in milliseconds: devices are set to the minute.
    package static let notableLead: Int64 = 60_000

    /// Whether ours rather than theirs is likely to be wrong: most devices differ from it, and to the same side.
    package var isOursSuspect: Bool { medianLead.map { abs($0) >= Self.notableLead } ?? false }
}

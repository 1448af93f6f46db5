/// How our own clock was set while the gateway ran.
package struct ClockSteps: Sendable, Hashable {
    /// How often it was set back, and by how many milliseconds the last time.
    package var back = 0
    package var lastBack: Int64 = 0
    /// How often it was set forward, and by how many milliseconds the last time.
    package var forward = 0
    package var lastForward: Int64 = 0
    /// By how many milliseconds the time written down is after the clock now; 0 when the clock is right behind the log.
    package var heldBack: Int64 = 0

    package init() {}
}

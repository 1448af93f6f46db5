/// What an action does to a clock.
package enum ClockChange: Hashable, Sendable {
    /// Sets it off, counted from the day of the step or the day that the step states.
    case start(String)
    /// What it was for is done.
    case stop(String)
    /// It rests for a reason that the clock knows.
    case pause(String, ground: String)
    /// It goes on.
    case resume(String, ground: String)
    /// It takes its next extension, which the posts of the action approve.
    case extend(String)

    /// The name of the clock.
    package var clock: String {
        switch self {
        case .start(let clock), .stop(let clock), .extend(let clock), .pause(let clock, _), .resume(let clock, _): clock
        }
    }
}

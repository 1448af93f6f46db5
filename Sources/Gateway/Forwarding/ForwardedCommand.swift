package import HJ212

/// What of a device can be copied to an upper platform: uploads. Requests, answers and notices belong to the two ends of one
/// line and mean nothing on another.
package enum ForwardedCommand: Int, Sendable, Hashable, CaseIterable {
    case realtimeData = 2011
    case minuteData = 2051
    case hourData = 2061
    case dayData = 2031
    case plantState = 2021
    case plantRunTime = 2041
    case loggerStart = 2081
    /// Logs and states of instruments, HJ 212-2017.
    case siteInformation = 3020

    /// The command as the protocol has it.
    package var number: CommandNumber { CommandNumber(rawValue: rawValue) }
}

package import Standards

/// Something a device has to send: what, about which period, and when by its plan.
package struct Transmission: Hashable, Sendable {
    package enum Kind: Int, CaseIterable, Sendable {
        /// CN=2011; lost when the line is down.
        case realtime
        /// CN=2051; lost when the line is down.
        case minute
        /// CN=2061; kept until it is answered.
        case hour
        /// CN=2031; kept until it is answered.
        case day
        /// CN=3020 with a line of the station's log; kept until it is answered.
        case log
        /// CN=9015 of the surface-water profile.
        case heartbeat

        /// Whether the device keeps it for a later resend and wants an answer (Flag bit 0).
        package var isKept: Bool { self == .hour || self == .day || self == .log }

        var command: Int {
            switch self {
            case .realtime: 2011
            case .minute: 2051
            case .hour: 2061
            case .day: 2031
            case .log: 3020
            case .heartbeat: 9015
            }
        }
    }

    package let kind: Kind
    /// Start of the period that the data are of; of realtime data the moment.
    package let period: Instant
    /// When the device sends it if the line is up.
    package let due: Instant
}

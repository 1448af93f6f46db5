/// What a connection has shown of itself: the lower, the sooner it gives way.
enum ConnectionStanding: Int, Comparable {
    /// No valid frame yet.
    case silent
    /// Valid frames, none of a registered device.
    case unregistered
    /// A valid frame of a registered device.
    case registered

    static func < (left: ConnectionStanding, right: ConnectionStanding) -> Bool { left.rawValue < right.rawValue }
}

import Logging
import Records
import Storage

/// What all connections of a gateway share.
struct GatewayHub: Sendable {
    let log: PacketLog
    let intake: PacketIntake
    let connections: GatewayConnections
    let limits: GatewayLimits
    let listener: (any PacketListener)?
    /// The time of the day.
    let clock: RecordBook.Clock
    /// Milliseconds of a clock that only goes forward.
    let monotonic: @Sendable () -> Int64
    let logger: Logger

    var tally: GatewayTally { intake.tally }
}

import HJ212

/// What the desk has in hand with one device.
struct DeskDevice {
    /// A command that was sent, or is about to be.
    struct Running {
        var command: DeviceCommand
        let qn: String
        /// Whether it stands in the book that it is sent under this number.
        var isRecorded: Bool
        var ending: CommandEnding
        /// When its packet went out last, in milliseconds since 1970-01-01T00:00:00Z.
        var sentMilliseconds: Int64?
    }

    struct Waiting {
        let command: DeviceCommand
        /// Since when it could have been sent, in milliseconds since 1970-01-01T00:00:00Z.
        let sinceMilliseconds: Int64
    }

    var queue: ExchangeQueue
    var line: DeviceLine?
    var waiting: [Waiting] = []
    /// The command handed to the queue, from then until it has ended.
    var handed: DeviceCommand?
    var running: Running?
    /// What the command handed over sets that stands in no record.
    var secret: CommandSecret?
    /// Whether a packet came that was made with the key which the command brings.
    var isKeyTaken = false
    /// How a command ended, as long as that could not be put on record.
    var unrecorded: (command: DeviceCommand, ending: CommandEnding)?
    /// Commands that were given up and may still get a result, by their records.
    var past: [DeviceCommand] = []
    /// Not before this is the next one sent; by the clock that does not go back.
    var quietUntil: Int64 = 0
    /// What was learnt from reading its clock last.
    var reading: ClockCheck.Reading?

    /// Whether nothing is in hand.
    var isIdle: Bool { waiting.isEmpty && handed == nil && running == nil && unrecorded == nil }
}

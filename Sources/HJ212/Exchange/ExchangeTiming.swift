/// How long the platform waits in an exchange, in milliseconds (HJ 212-2017, 6.2, and the field).
public struct ExchangeTiming: Sendable, Hashable {
    /// For the first answer to a request.
    public var answer: Int64 = 10_000
    /// How often a request is sent again, unchanged, when no answer came.
    public var repeats = 3
    /// Between the end of an exchange and the next request: devices choke on requests that follow at once.
    public var pause: Int64 = 3_000
    /// From 9011 or the last packet of data to the next or 9012, of plain commands: three times the answer.
    public var execution: Int64 = 30_000
    /// The same of history.
    public var history: Int64 = 600_000
    /// The same of what moves pumps and valves: calibration, sampling, cleaning, checks.
    public var mechanical: Int64 = 3_600_000

    /// The defaults of wireless links.
    public init() {}

    /// How long a command may take after 9011 or its last packet.
    public func execution(of message: Message) -> Int64 {
        if message.period != nil { return history }
        switch message.command.rawValue {
        case 3011...3015, 3022, 3024, 3044: return mechanical
        default: return execution
        }
    }
}

/// A connection as the rest of the gateway holds it: by number, and with a way to tell it something.
struct ConnectionHandle: Sendable {
    /// Given once in the life of the process; a later connection has a greater one.
    let id: Int64
    /// May be called on any thread.
    let tell: @Sendable (ConnectionSignal) -> Void
}

/// What the gateway tells one of its connections.
enum ConnectionSignal: Sendable, Hashable {
    case diskFull(Bool)
    case close(ConnectionClosing)
}

/// The server with the gateway, on which this one depends, did not answer.
package struct GatewayAway: Error, Hashable, Sendable {
    package let waited: Duration

    /// What is wrong and how to mend it.
    package var message: String {
        "开着数采网关的服务 \(waited.components.seconds) 秒没有应答，最近的报文还没有全部入账。请确认该服务（不带 --pages-only）正在运行，再试一次"
    }
}

/// The gateway could not listen.
package struct GatewayError: Error, Sendable {
    package let host: String
    package let port: Int
    /// The system's words.
    package let reason: String

    /// What is wrong and how to mend it.
    package var message: String { "数采网关无法监听 \(host):\(port)（\(reason)）。请检查端口是否被占用，或用 --hj212 换一个地址" }
}

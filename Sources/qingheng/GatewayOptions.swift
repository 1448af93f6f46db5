import ArgumentParser
import Gateway

/// What a peer of the gateway may take; what is not given stays as `GatewayLimits` has it.
struct GatewayOptions: ParsableArguments {
    @Option(name: .customLong("hj212-connections"), help: ArgumentHelp("数采网关的连接总数上限", valueName: "个"))
    var connections: Int?

    @Option(
        name: .customLong("hj212-connections-per-address"),
        help: ArgumentHelp("同一地址的连接数上限；满时最久没有报文的连接让位", valueName: "个"))
    var connectionsPerAddress: Int?

    @Option(
        name: .customLong("hj212-frames-per-device"),
        help: ArgumentHelp("一台设备在一个连接上的报文速率上限；超出时暂缓接收，不丢弃", valueName: "个/秒"))
    var framesPerDevice: Int?

    @Option(
        name: .customLong("hj212-frames-per-connection"),
        help: ArgumentHelp("一个连接的报文速率上限；超出时暂缓接收，不丢弃", valueName: "个/秒"))
    var framesPerConnection: Int?

    func validate() throws {
        for value in [connections, connectionsPerAddress, framesPerDevice, framesPerConnection].compactMap({ $0 })
        where !(1...1_000_000).contains(value) {
            throw ValidationError("网关的上限应在 1 到 1000000 之间，不能是 \(value)")
        }
    }

    /// The limits with what was given.
    var limits: GatewayLimits {
        var limits = GatewayLimits()
        if let connections { limits.connections = connections }
        limits.connectionsPerHost = connectionsPerAddress ?? min(limits.connectionsPerHost, limits.connections)
        if let framesPerDevice { limits.setRate(ofDevice: framesPerDevice) }
        if let framesPerConnection { limits.setRate(ofConnection: framesPerConnection) }
        return limits
    }
}

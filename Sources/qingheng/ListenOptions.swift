import ArgumentParser
import House

/// Where the server listens.
struct ListenOptions: ParsableArguments {
    @Option(help: ArgumentHelp("网页监听地址", valueName: "主机:端口"))
    var http = "127.0.0.1:8080"

    @Option(help: ArgumentHelp("HJ 212 数采网关监听地址", valueName: "主机:端口"))
    var hj212 = "127.0.0.1:9212"

    @Flag(help: "前面有提供 TLS 的代理（如 nginx）：网页 cookie 只经 TLS 传送，来访地址取代理给出的 X-Forwarded-For")
    var behindProxy = false

    func validate() throws {
        for text in [http, hj212] where ListenAddress(text) == nil {
            throw ValidationError("监听地址“\(text)”应写成 主机:端口，例如 127.0.0.1:8080")
        }
    }

    /// Both addresses; `validate` has seen them.
    func addresses() throws -> (web: ListenAddress, gateway: ListenAddress) {
        guard let web = ListenAddress(http), let gateway = ListenAddress(hj212) else {
            throw ValidationError("监听地址无法识别")
        }
        return (web, gateway)
    }
}

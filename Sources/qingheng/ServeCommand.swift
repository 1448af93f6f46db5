import ArgumentParser
import House

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "运行本局的服务：网页和数采网关")

    @OptionGroup var options: DataOptions
    @OptionGroup var listen: ListenOptions

    @Flag(
        help: "未登记的设备也应答（接管）：报文照样隔离，登记后读成数据。不加时设备保留数据并重发，直到在网页“设备登记”中登记，或在该页开启接管")
    var captureUnknown = false

    func run() async throws {
        try await listen.serving(options, capturesUnknown: captureUnknown, remark: "尚无人员与口令").run()
    }
}

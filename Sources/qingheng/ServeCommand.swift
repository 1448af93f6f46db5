import ArgumentParser
import House

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "运行本局的服务：网页和数采网关")

    @OptionGroup var options: DataOptions
    @OptionGroup var listen: ListenOptions

    // On until a device can be registered on the screen: a bureau that could not register it would hold it up for ever.
    @Flag(
        inversion: .prefixedNo,
        help: "未登记的设备是否也应答：应答时报文照样隔离，登记后读成数据；不应答时设备保留数据并重发。本版网页上还不能登记设备，默认应答")
    var captureUnknown = true

    func run() async throws {
        try await listen.serving(options, capturesUnknown: captureUnknown, remark: "尚无人员与口令").run()
    }
}

import ArgumentParser
import House

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "运行本局的服务：网页和数采网关")

    @OptionGroup var options: DataOptions
    @OptionGroup var listen: ListenOptions
    @OptionGroup var gateway: GatewayOptions
    @OptionGroup var signing: SigningOptions
    @OptionGroup var keys: KeyOptions

    @Flag(
        help: "未登记的设备也应答（接管）：报文照样隔离，登记后读成数据。不加时设备保留数据并重发，直到在网页“设备登记”中登记，或在该页开启接管")
    var captureUnknown = false

    @Flag(
        help: "只提供网页，不开数采网关：与开着数采网关的服务共用同一数据目录和 PostgreSQL 数据库（--database），两处的操作记入同一台账")
    var pagesOnly = false

    @Option(
        help: ArgumentHelp("上级平台访问密码的文件，每行 代号=密码，只许本用户读写（chmod 600）；密码不进入记录和日志", valueName: "文件"))
    var upstreamPasswords: String?

    func validate() throws {
        if pagesOnly, captureUnknown || upstreamPasswords != nil || keys.file != nil {
            throw ValidationError("--pages-only 不开数采网关，不能与 --capture-unknown、--upstream-passwords、--keys 同用")
        }
    }

    func run() async throws {
        if pagesOnly {
            return try await listen.servingPages(options, signing: try signing.required(outside: options.path)).run()
        }
        try await listen.serving(
            options, signing: try signing.required(outside: options.path), gateway: gateway, keys: try keys.open(),
            capturesUnknown: captureUnknown,
            upstreamPasswords: upstreamPasswords,
            remark: ""
        ).run()
    }
}

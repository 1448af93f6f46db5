import ArgumentParser
import House

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "运行本局的服务：网页和数采网关")

    @OptionGroup var options: DataOptions
    @OptionGroup var listen: ListenOptions

    func run() async throws { try await listen.serving(options, remark: "尚无人员与口令").run() }
}

import ArgumentParser
import House
import Logging

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "运行本局的服务：网页和数采网关")

    @OptionGroup var options: DataOptions
    @OptionGroup var listen: ListenOptions

    func run() async throws {
        let addresses = try listen.addresses()
        var logger = Logger(label: "qingheng") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        let serving = try Serving(
            bureau: try await options.open(), web: addresses.web, gateway: addresses.gateway, logger: logger
        ) { Terminal.say($0) }
        Terminal.say("数据目录 \(options.path)；尚无人员与口令，仅限本机访问")
        try await serving.run()
    }
}

import ArgumentParser
import House
import Logging

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "运行演示区：虚构的区、站点和实时设备，全部为演示数据")

    @OptionGroup var options: DataOptions
    @OptionGroup var listen: ListenOptions

    func run() async throws {
        let addresses = try listen.addresses()
        var logger = Logger(label: "qingheng") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        let serving = try Serving(
            bureau: try await options.open(), web: addresses.web, gateway: addresses.gateway, logger: logger
        ) { Terminal.say($0) }
        Terminal.say("数据目录 \(options.path)；全部为演示数据，仅限本机访问")
        try await serving.runDemo()
    }
}

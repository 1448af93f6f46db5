import ArgumentParser
import House
import Ledger

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "运行演示区：虚构的区、站点和实时设备，全部为演示数据")

    @OptionGroup var options: DataOptions
    @OptionGroup var listen: ListenOptions
    @OptionGroup var gateway: GatewayOptions

    func run() async throws {
        try await listen.serving(
            options, signing: try SigningKey.ofDemo(in: options.path), gateway: gateway, remark: "全部为演示数据"
        ).runDemo()
    }
}

import ArgumentParser
import Gateway
import House
import Standards
import Storage

/// `packet reparse`: what the present parser reads differently in the raw packets.
struct PacketReparseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reparse", abstract: "用本版程序重读原始报文，列出与现有数据的差异；不改动任何数据")

    @OptionGroup var options: DataOptions
    @OptionGroup var selection: PacketSelection
    @OptionGroup var keys: KeyOptions

    @Flag(help: "每处差异输出一个 JSON 对象")
    var json = false

    func run() async throws {
        // Also where the tables are of another version: that is when the differences are asked for.
        let bureau = try await Bureau.open(
            options.path, server: try options.server, overlay: options.overlay, keys: try keys.open(),
            clock: SystemClock.milliseconds,
            rebuilding: true)
        let asJSON = json
        let filter = PacketReparse.Filter(mn: selection.device, received: selection.received)
        let tally = try await PacketReparse(book: bureau.book, keys: bureau.keys, filter: filter).run { difference in
            try Terminal.write(try DifferenceLine.bytes(difference, asJSON: asJSON))
        } progress: { tally in
            Terminal.progress("已重读报文 \(tally.packets) 条、数据 \(tally.readings) 个，差异 \(tally.differences) 处")
        }
        Terminal.endProgress()
        Terminal.complain("重读报文 \(tally.packets) 条、数据 \(tally.readings) 个，差异 \(tally.differences) 处")
        if tally.differences > 0 { throw ExitStatus.findings }
    }
}

import ArgumentParser
import HJ212

struct PacketCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "packet", abstract: "HJ 212 报文：解码、检索、重读与到期删除",
        subcommands: [
            Decode.self, PacketFindCommand.self, PacketReparseCommand.self, PacketExpireCommand.self,
        ])

    struct Decode: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "decode", abstract: "报文逐条解码，每条输出一个 JSON 对象")

        @Argument(help: "文件，- 为标准输入")
        var file = "-"

        func run() throws {
            for line in PacketJSON.decodeStream(try Terminal.bytes(of: file)) { try Terminal.write(line + [10]) }
        }
    }
}

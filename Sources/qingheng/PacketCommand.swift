import ArgumentParser
import Gateway
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

        @OptionGroup var keys: KeyOptions

        func run() throws {
            let store = try keys.open()
            let bytes = try Terminal.bytes(of: file)
            let lines =
                store.isOpen
                ? PacketJSON.decodeStream(bytes) { store.ring(for: $0) } : PacketJSON.decodeStream(bytes)
            for line in lines { try Terminal.write(line + [10]) }
        }
    }
}

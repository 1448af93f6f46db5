import ArgumentParser
import Foundation
import Gateway
import HJ212
import Standards
import Storage

struct PacketCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "packet", abstract: "HJ 212 报文：解码与检索", subcommands: [Decode.self, Find.self])

    struct Decode: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "decode", abstract: "报文逐条解码，每条输出一个 JSON 对象")

        @Argument(help: "文件，- 为标准输入")
        var file = "-"

        func run() throws {
            for line in PacketJSON.decodeStream(try Terminal.bytes(of: file)) { try Terminal.write(line + [10]) }
        }
    }

    struct Find: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "find", abstract: "在报文库中检索，每条输出一行；可在服务运行时使用")

        @OptionGroup var options: DataOptions

        @Option(help: ArgumentHelp("设备编号", valueName: "MN"))
        var mn: String?

        @Option(help: ArgumentHelp("收到时间不早于，如 2026-11-21T08:00:00+08:00", valueName: "时间"))
        var from: String?

        @Option(help: ArgumentHelp("收到时间早于", valueName: "时间"))
        var to: String?

        @Flag(help: "每条输出一个 JSON 对象")
        var json = false

        func validate() throws {
            for text in [from, to].compactMap({ $0 }) where Instant(text) == nil {
                throw ValidationError("时间“\(text)”应如 2026-11-21T08:00:00+08:00")
            }
        }

        func run() throws {
            let log = try PacketLog(directory: options.path + "/packets", isWritable: false)
            let first = from.flatMap { Instant($0) }?.secondsSince1970 ?? .min
            let last = to.flatMap { Instant($0) }?.secondsSince1970 ?? .max
            var position = log.start
            while true {
                let packets = try log.read(from: position)
                guard let end = packets.last else { return }
                position = log.address(after: end)
                for logged in packets {
                    let seconds = logged.entry.receivedMilliseconds / 1000
                    guard seconds >= first, seconds < last, matches(logged.entry) else { continue }
                    try Terminal.write(try PacketLine.bytes(logged, asJSON: json))
                }
            }
        }

        private func matches(_ entry: PacketEntry) -> Bool {
            guard let mn else { return true }
            return Packet(record: entry.raw)?.head(.mn)?.equalsIgnoringCase(mn) ?? false
        }
    }
}

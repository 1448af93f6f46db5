import ArgumentParser
import Foundation
import Gateway
import House
import Standards
import Storage

/// `packet expire`: removes raw packets after their time, on record.
struct PacketExpireCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expire", abstract: "删除保存期满的原始报文，并记录在案；至少保存五年，不能缩短")

    @OptionGroup var options: DataOptions
    @OptionGroup var keys: KeyOptions

    @Option(help: ArgumentHelp("删除这一天之前收到的报文", valueName: "日期"))
    var before: String

    @Option(help: ArgumentHelp("理由，写入记录", valueName: "文字"))
    var reason = "原始报文保存期满"

    @Flag(help: "只列出，不删除")
    var dryRun = false

    func validate() throws {
        _ = try DayArgument.read(before, "--before")
        if reason.isEmpty { throw ValidationError("--reason 不能为空") }
    }

    func run() async throws {
        guard let day = try DayArgument.read(before, "--before") else { return }
        let bureau = try await options.open(keys: try keys.open())
        let expiry = PacketExpiry(book: bureau.book, keys: bureau.keys)
        try await expiry.finish()
        let due = try await expiry.due(before: day)
        for segment in due {
            let first = PacketLine.time(segment.earliestMilliseconds)
            let last = PacketLine.time(segment.latestMilliseconds)
            Terminal.say("\(segment.range.name)\t\(first)\t\(last)\t\(segment.packetCount) 条\t\(segment.contentHash)")
        }
        let packets = due.reduce(0) { $0 + $1.packetCount }
        if due.isEmpty {
            Terminal.say("没有完整的已封存分段全部早于 \(day)，未删除任何报文")
        } else if dryRun {
            Terminal.say("可删除 \(due.count) 个分段、\(packets) 条报文；本次未删除")
        } else {
            try await expiry.remove(due, before: day, reason: reason, by: Capabilities.localOperator)
            Terminal.say("已记录并删除 \(due.count) 个分段、\(packets) 条报文")
        }
    }
}

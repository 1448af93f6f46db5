import ArgumentParser
import Gateway
import House
import Records
import Storage

struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "由记录和报文重新生成全部数据表；记录不变")

    @OptionGroup var options: DataOptions
    @OptionGroup var keys: KeyOptions

    func run() async throws {
        let bureau = try await Bureau.open(
            options.path, server: try options.server, overlay: options.overlay, keys: try keys.open(),
            clock: SystemClock.milliseconds,
            rebuilding: true)
        try await KeyRegister.demand(bureau.keys, for: bureau.book)
        try await bureau.book.rebuild { records, packets in
            Terminal.progress("已重放记录 \(records) 条、报文 \(packets) 条")
        }
        try await bureau.adoptRules()
        Terminal.endProgress()
        let indexes = try await bureau.book.archive.packets.mendIndexes(key: .device)
        if indexes > 0 { Terminal.say("已重新生成 \(indexes) 个报文分段的索引") }
        Terminal.say("数据表已由记录和报文重新生成")
    }
}

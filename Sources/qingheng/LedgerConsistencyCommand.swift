import ArgumentParser
import House
import Ledger
import Records
import Storage

/// `ledger consistency`: proves that the ledger only grew since a checkpoint that somebody kept.
struct LedgerConsistencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consistency", abstract: "证明台账自某个旧检查点以来只增不改；可在服务运行时使用")

    @OptionGroup var options: DataOptions

    @Argument(help: ArgumentHelp("旧检查点的文件，- 为标准输入", valueName: "检查点"))
    var old: String

    @Flag(help: "输出证明（规范 JSON），供其他程序验证")
    var json = false

    func run() async throws {
        let earlier = try SignedCheckpoint(try Terminal.bytes(of: old))
        let proved = try await LedgerReading(options.path, server: try options.server).read { connection in
            try LedgerGrowth(since: earlier, in: connection)
        }
        if json {
            try Terminal.write(try proved.proof.canonical.bytes() + [0x0A])
        } else {
            Terminal.say(
                "台账自第 \(earlier.checkpoint.size) 条记录以来只增不改，现有 \(proved.proof.size) 条；"
                    + "两个检查点的签名都成立")
        }
    }
}

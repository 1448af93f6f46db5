import ArgumentParser
import House
import Ledger
import Records

/// `ledger init`: chooses the hash function of a ledger without records.
struct LedgerInitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "为新的数据目录选定台账的密码算法；不运行时为 sha-256")

    @OptionGroup var options: DataOptions

    @Option(help: ArgumentHelp("密码算法：sha-256 或 sm3；选定后不能改变", valueName: "算法"))
    var suite: SuiteArgument

    func run() async throws {
        try await options.open(adoptingRules: false).book.beginLedger(with: suite.suite)
        Terminal.say("台账的密码算法为 \(suite.suite.rawValue)")
    }
}

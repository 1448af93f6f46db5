import ArgumentParser
import House
import Ledger

/// `ledger key`: a new signing key in a file of its own; the public half is printed.
struct LedgerKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "生成台账的签名密钥，写入只许本用户读写的新文件，并输出公钥（交给见证方）")

    @Argument(help: ArgumentHelp("新的密钥文件，不得已经存在，不要放在数据目录内", valueName: "文件"))
    var file: String

    @Option(help: ArgumentHelp("台账的名称，不带协议的网址，例如 sthj.example.gov.cn/ledger；一经采用不再改变", valueName: "名称"))
    var origin: String

    @Option(help: ArgumentHelp("密码算法：sha-256（配 Ed25519）或 sm3（配 SM2）", valueName: "算法"))
    var suite = SuiteArgument.sha256

    func run() throws {
        Terminal.say(try SigningKey.making(file, origin: origin, suite: suite.suite).verifier.text)
        Terminal.complain("密钥已写入 \(file)。请另存一份在安全之处，不要放进数据目录或其备份")
    }
}

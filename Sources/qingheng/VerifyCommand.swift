import ArgumentParser
import House
import Ledger
import Records

/// `verify`: the whole store against what is on record and signed.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "核对全部记录、报文、附件和检查点，指出第一处及其余不符；服务停止后运行，或核对备份")

    @OptionGroup var options: DataOptions

    @Flag(help: "每处不符输出一个 JSON 对象")
    var json = false

    func run() async throws {
        let bureau = try await options.open()
        let found = FindingPrinter(isJSON: json)
        for audit in Capabilities.all.flatMap(\.audits) {
            Terminal.progress("正在核对\(audit.title)")
            let summary = try await audit.run(bureau.book) { found.print($0) }
            Terminal.endProgress()
            if !json { Terminal.say("\(audit.title)：\(summary)") }
        }
        if found.count > 0 { throw ExitStatus.findings }
        if !json { Terminal.say("全部相符") }
    }
}

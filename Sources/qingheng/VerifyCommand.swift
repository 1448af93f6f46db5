import ArgumentParser
import House
import Ledger
import Records
import Reporting

/// `verify`: the whole store against what is on record and signed.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "核对全部记录、报文、附件和检查点，指出每处不符；或核验一个证明包")

    @OptionGroup var options: DataOptions

    @Option(help: ArgumentHelp("改为核验一个证明包，不需要数据库", valueName: "文件"))
    var bundle: String?

    @Option(help: ArgumentHelp("核验证明包时所信任的台账公钥（一行）；不给时用证明包自带的，须另行核对", valueName: "公钥"))
    var verifier: String?

    @Flag(help: "每处不符输出一个 JSON 对象")
    var json = false

    func run() async throws {
        if let bundle { return try verify(bundle) }
        let store = try await InspectedStore.open(options.path, server: try options.server)
        let found = FindingPrinter(isJSON: json)
        for audit in Capabilities.all.flatMap(\.audits) {
            Terminal.progress("正在核对\(audit.title)")
            do {
                let summary = try await audit.run(store.book) { found.print($0) }
                Terminal.endProgress()
                if !json { Terminal.say("\(audit.title)：\(summary)") }
            } catch  where found.count > 0 {
                // What was found is the likely reason; the other rooms are still looked at.
                Terminal.complain("\(audit.title)没有核对完：\(ErrorMessage.text(error))")
            }
        }
        if found.count > 0 { throw ExitStatus.findings }
        if !json { Terminal.say("全部相符") }
    }

    private func verify(_ file: String) throws {
        let bundle = try ProofBundle(archive: try Terminal.bytes(of: file))
        do {
            let trusted = try verifier.map { try VerifierKey($0) }
            for line in BundleWords.lines(of: try BundleCheck(bundle, trusting: trusted).run(), in: bundle) {
                Terminal.say(line)
            }
            if trusted == nil { Terminal.say("公钥取自证明包本身，请与该局公布的公钥核对，或用 --verifier 给出") }
        } catch let error as ReportingError where error.code == .refuted {
            Terminal.say(error.message)
            throw ExitStatus.findings
        } catch let error as LedgerError {
            Terminal.say("证明不成立：\(error.message)")
            throw ExitStatus.findings
        }
    }
}

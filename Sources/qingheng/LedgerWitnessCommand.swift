import ArgumentParser
import House
import Ledger
import Records
import Storage

/// `ledger witness`: who outside the bureau keeps checkpoints.
struct LedgerWitnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness", abstract: "外部见证：由谁留存检查点。没有外部见证时，各证据页都标明“无外部见证”",
        subcommands: [List.self, Add.self, Remove.self, TakeIn.self, Deposit.self])

    /// The ways as arguments.
    enum WayArgument: String, ExpressibleByArgument, CaseIterable {
        case host, printed, mailed

        var way: Witness.Way { Witness.Way(rawValue: rawValue) ?? .host }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "列出见证方")

        @OptionGroup var options: DataOptions

        func run() async throws {
            let reading = try LedgerReading(options.path, server: try options.server)
            let (witnesses, sizes) = try await reading.read { connection in
                (try LedgerStore.witnesses(in: connection), try WitnessedSizes(in: connection))
            }
            if witnesses.isEmpty { Terminal.say("无外部见证") }
            for witness in witnesses {
                let seen = sizes[witness.name].map { "已见证至第 \($0) 条记录" } ?? "尚未见证"
                Terminal.say("\(witness.name)\t\(witness.way.word)\t\(witness.isFormer ? "已停用" : seen)")
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "登记见证方")

        @OptionGroup var options: DataOptions

        @Argument(help: ArgumentHelp("见证方的名称", valueName: "名称"))
        var name: String

        @Option(help: ArgumentHelp("方式：host 外部主机、printed 纸质存档、mailed 邮件寄存", valueName: "方式"))
        var way: WayArgument

        @Option(help: ArgumentHelp("见证方的公钥（一行）；只留存、不签名的见证方不用填", valueName: "公钥"))
        var verifier: String?

        func run() async throws {
            let key = try verifier.map { try VerifierKey($0) }
            try await options.open().book.record(
                LedgerActions.name(name, way: way.way, key: key, by: Capabilities.localOperator))
            Terminal.say("已登记见证方 \(name)（\(way.way.word)）")
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "remove", abstract: "停用见证方；以前的见证仍然有效")

        @OptionGroup var options: DataOptions

        @Argument(help: ArgumentHelp("见证方的名称", valueName: "名称"))
        var name: String

        func run() async throws {
            let (name, book) = (name, try await options.open().book)
            let present = try await book.database.read { try LedgerStore.witnesses(in: $0) }
            guard let witness = present.first(where: { $0.name == name }) else {
                throw RecordsError(.unknownSubject, detail: name)
            }
            try await book.record(
                LedgerActions.name(
                    name, way: witness.way, key: witness.key, isFormer: true, by: Capabilities.localOperator))
            Terminal.say("已停用见证方 \(name)")
        }
    }

    struct TakeIn: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "take-in", abstract: "收回见证方签名后的检查点，验证后并入")

        @OptionGroup var options: DataOptions

        @Argument(help: ArgumentHelp("签名后的检查点文件，- 为标准输入", valueName: "检查点"))
        var file: String

        func run() async throws {
            let cosigned = try SignedCheckpoint(try Terminal.bytes(of: file))
            let witnesses = try await options.open().book.takeIn(cosigned)
            let names = witnesses.isEmpty ? "无" : witnesses.map(\.name).joined(separator: "、")
            Terminal.say("第 \(cosigned.checkpoint.size) 条记录的检查点，已签名的见证方：\(names)")
            if witnesses.isEmpty { throw ExitStatus.findings }
        }
    }

    struct Deposit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "deposit", abstract: "记下：最近的检查点已交见证方留存（纸质或邮件）")

        @OptionGroup var options: DataOptions

        @Argument(help: ArgumentHelp("见证方的名称", valueName: "名称"))
        var name: String

        @Option(help: ArgumentHelp("存放之处：档号、报纸版次、邮件日期等", valueName: "说明"))
        var remark: String

        func run() async throws {
            let book = try await options.open().book
            guard let stored = try await book.database.read({ try LedgerStore.checkpoint(in: $0) }) else {
                throw HouseError(.noCheckpoint, detail: options.path)
            }
            let checkpoint = stored.signed.checkpoint
            try await book.record(
                LedgerActions.deposit(checkpoint, with: name, remark: remark, by: Capabilities.localOperator))
            Terminal.say("已记下：第 \(checkpoint.size) 条记录的检查点由 \(name) 留存")
        }
    }
}

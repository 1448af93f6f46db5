import ArgumentParser
import Foundation
import Gateway
import House
import Records
import Reporting
import Standards

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "文件", subcommands: [Make.self, Seal.self])

    struct Make: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "make", abstract: "生成一份文件（docx）")

        @Argument(help: "文件编号：air-daily、water-monthly")
        var document: String

        @Option(help: ArgumentHelp("日期 YYYY-MM-DD；月报可用 YYYY-MM", valueName: "日期"))
        var date: String

        @Option(name: .shortAndLong, help: ArgumentHelp("输出文件", valueName: "文件"))
        var output: String

        @Option(help: ArgumentHelp("网页地址，用于文中的溯源链接，如 http://127.0.0.1:8080", valueName: "地址"))
        var site: String?

        @Option(name: .customLong("as-of"), help: ArgumentHelp("截至台账第几条记录；不加为现在", valueName: "序号"))
        var asOf: Int64?

        @OptionGroup var options: DataOptions
        @OptionGroup var keys: KeyOptions

        func validate() throws {
            guard day != nil else { throw ValidationError("日期“\(date)”应如 2026-11-21 或 2026-10") }
        }

        private var day: CivilDate? { CivilDate(date) ?? CivilDate(date + "-01") }

        func run() async throws {
            let bureau = try await options.open(keys: try keys.open())
            let bytes = try await bureau.docx(document, period: date, asOf: asOf.map(AsOf.at) ?? .live, site: site)
            try Data(bytes).write(to: URL(fileURLWithPath: output))
            Terminal.say("已生成 \(output)")
        }
    }

    struct Seal: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "seal", abstract: "封存一份文件：数字各成凭证，记入台账并签名，写出定稿（docx）")

        @Argument(help: "文件编号：air-daily、water-monthly")
        var document: String

        @Option(help: ArgumentHelp("日期 YYYY-MM-DD；月报可用 YYYY-MM", valueName: "日期"))
        var date: String

        @Option(name: .shortAndLong, help: ArgumentHelp("输出文件", valueName: "文件"))
        var output: String

        @Option(help: ArgumentHelp("网页地址，用于文中的溯源链接，如 http://127.0.0.1:8080", valueName: "地址"))
        var site: String?

        @OptionGroup var options: DataOptions
        @OptionGroup var signing: SigningOptions

        func run() async throws {
            let key = try signing.required(outside: options.path)
            let bureau = try await options.open()
            let sealed = try await bureau.seal(document, period: date, signing: key, site: site)
            try Data(try bureau.file(of: sealed)).write(to: URL(fileURLWithPath: output))
            Terminal.say(
                "已封存（台账第 \(sealed.sequence) 条，截至第 \(sealed.asOf) 条记录，数字凭证 \(sealed.claimCount) 个）：\(output)")
        }
    }
}

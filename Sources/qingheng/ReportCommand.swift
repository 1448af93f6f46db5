import ArgumentParser
import Foundation
import Gateway
import House
import Records
import Reporting

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "文件", subcommands: [Make.self, Seal.self, Check.self, CheckFormat.self])

    struct Make: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "make", abstract: "生成一份文件（docx）")

        @OptionGroup var report: ReportArguments

        @Option(name: .customLong("as-of"), help: ArgumentHelp("截至台账第几条记录；不加为现在", valueName: "序号"))
        var asOf: Int64?

        @OptionGroup var options: DataOptions
        @OptionGroup var keys: KeyOptions

        func run() async throws {
            let bureau = try await options.openForQuestions(keys: try keys.open())
            let bytes = try await bureau.docx(
                report.document, period: report.date, asOf: asOf.map(AsOf.at) ?? .live, site: report.site)
            try Data(bytes).write(to: URL(fileURLWithPath: report.output))
            Terminal.say("已生成 \(report.output)")
            if report.pdf { Terminal.say("已生成 \(try await PDFPrinting.print(report.output))") }
        }
    }

    struct Seal: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "seal", abstract: "封存一份文件：数字各成凭证，记入台账并签名，写出定稿（docx）")

        @OptionGroup var report: ReportArguments
        @OptionGroup var options: DataOptions
        @OptionGroup var signing: SigningOptions

        func run() async throws {
            let key = try signing.required(outside: options.path)
            let bureau = try await options.open()
            let sealed = try await bureau.seal(
                report.document, period: report.date, signing: key, site: report.site)
            try Data(try bureau.file(of: sealed)).write(to: URL(fileURLWithPath: report.output))
            Terminal.say(
                "已封存（台账第 \(sealed.sequence) 条，截至第 \(sealed.asOf) 条记录，数字凭证 \(sealed.claimCount) 个）：\(report.output)")
            if report.pdf { Terminal.say("已生成 \(try await PDFPrinting.print(report.output))") }
        }
    }
}

import ArgumentParser
import Foundation
import House
import Monitoring
import Site

/// 接收电子督办单: what the superior's platform gives out.
struct ImportTicketsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tickets", abstract: "接收上级平台导出的电子督办单（xlsx 或 csv），每件立为一件办件",
        discussion: "列名见规则目录 monitoring/tables/tickets.yaml。期限以督办单载明的为准，没有载明的按规则的工作日数计算；已接收的督办单不重复。")

    @Argument(help: "文件，- 为标准输入")
    var file: String

    @OptionGroup var options: DataOptions

    func run() async throws {
        let bytes = try Terminal.bytes(of: file)
        let bureau = try await options.open()
        let name = file == "-" ? "标准输入" : (file as NSString).lastPathComponent
        let outcome = try await TicketImport.run(
            bytes, fileName: name, by: Capabilities.localOperator, into: bureau.book)
        for fault in outcome.refused { Terminal.complain("第 \(fault.line) 行未接收：\(fault.message)") }
        Terminal.say("已接收 \(outcome.received.count) 件，此前已接收 \(outcome.known) 件，不能接收 \(outcome.refused.count) 行")
        if !outcome.refused.isEmpty { throw ExitStatus.findings }
    }
}

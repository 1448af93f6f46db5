import ArgumentParser
import Foundation
import House
import Monitoring
import Records
import Standards
import Storage

/// 登记检测报告: the table of a laboratory with its signed report.
struct ImportLaboratoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "laboratory", abstract: "登记手工监测的检测报告（xlsx 数据表和盖章的 PDF），先用 --preview 看会怎样采用")

    @Argument(help: "数据表（xlsx）")
    var file: String

    @Option(help: "盖章的检测报告（PDF）")
    var pdf: String

    @Option(help: "手工监测计划的名称或编号")
    var plan: String

    @Option(help: "检测机构；不写时取计划中的")
    var laboratory: String?

    @Option(help: "CMA 编号；不写时取计划中的")
    var certificate: String?

    @Option(help: "报告编号")
    var number: String

    @Option(help: "报告日期，如 2026-10-16")
    var date: String

    @Option(help: "登记人")
    var person: String

    @Flag(help: "只看会怎样采用，不登记")
    var preview = false

    @Flag(help: "有不能采用的行时，只登记可用的行")
    var skipRefused = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        guard let day = try DayArgument.read(date, "--date") else { return }
        let workbook = try Terminal.bytes(of: file)
        let paper = try Terminal.bytes(of: pdf)
        let bureau = try await options.open()
        let book = bureau.book
        let name = plan
        let found = try await book.database.read { connection in
            try ManualPlanStore.plans(in: connection).first { $0.id == name || $0.name == name }
        }
        guard let found else { throw LaboratoryError(.noPlan, detail: plan) }
        let order = LaboratoryImport.Order(
            workbook: workbook, workbookName: (file as NSString).lastPathComponent, paper: paper,
            paperName: (pdf as NSString).lastPathComponent, plan: found.id,
            head: LaboratoryReport.Head(
                laboratory: laboratory ?? found.contractor.name,
                certificate: certificate ?? found.contractor.certificate,
                number: number, date: day))
        let today = Instant(secondsSince1970: SystemClock.milliseconds() / 1_000).beijingDate
        let catalog = book.archive.catalog
        let reading = try await book.database.read { connection in
            try LaboratoryImport.look(through: order, on: today, catalog: catalog, in: connection)
        }
        for refusal in reading.refusals {
            Terminal.complain("第 \(reading.firstRow + refusal.line - 1) 行不能采用：\(refusal.message)")
        }
        Terminal.say("可用 \(reading.rows.count) 行，不能采用 \(reading.refusals.count) 行")
        if !preview {
            let (id, _) = try await LaboratoryImport.run(
                order, takesGoodRows: skipRefused, person: person, by: Capabilities.localOperator, into: book)
            Terminal.say("已登记检测报告 \(number)（\(id)），等待三级审核")
        }
        if !reading.refusals.isEmpty { throw ExitStatus.findings }
    }
}

import ArgumentParser
import Foundation
import House
import Monitoring

/// 导入企业标记或替代值: what the superior's platform gives out of enterprises' monitors.
struct ImportMarksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "marks", abstract: "导入企业的标记或替代值（上级平台导出的 xlsx 或 csv）",
        discussion: "按表头认出是标记表还是替代值表，列名见规则目录 monitoring/tables。标记和替代值由企业作出，本局只收录：标记参加自动检查，替代值只用于核算排放量。")

    @Argument(help: "文件，- 为标准输入")
    var file: String

    @OptionGroup var options: DataOptions

    func run() async throws {
        let bytes = try Terminal.bytes(of: file)
        let bureau = try await options.open()
        let name = file == "-" ? "标准输入" : (file as NSString).lastPathComponent
        let outcome = try await OutletMarkImport.run(
            bytes, fileName: name, by: Capabilities.localOperator, into: bureau.book)
        for fault in outcome.refused { Terminal.complain("第 \(fault.line) 行未导入：\(fault.message)") }
        let counts =
            "标记 \(outcome.marks) 条，替代值 \(outcome.replacements) 个，此前已导入 \(outcome.known) 行，拒收 \(outcome.refused.count) 行"
        Terminal.say(
            outcome.sequence.map { "导入完成（台账第 \($0) 条）：\(counts)" } ?? "没有可记入的新内容，未作任何改动：\(counts)")
        if !outcome.refused.isEmpty { throw ExitStatus.findings }
    }
}

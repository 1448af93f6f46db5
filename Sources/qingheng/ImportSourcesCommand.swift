import ArgumentParser
import Foundation
import House
import Records
import Registry
import Standards
import Storage

/// 导入一源一档: looked through first, then all of it or nothing.
struct ImportSourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "导入一源一档的名单（csv 或 xlsx），先用 --preview 看会改变什么")

    /// Rows named one by one on the screen; the marked copy has them all.
    private static let greatestPrinted = 50

    @Argument(help: "文件")
    var file: String

    @Option(help: "种类代号，如 enterprise、town；写错时会列出全部")
    var kind: String

    @Option(help: "资料来源，如 排污许可证管理信息平台；同一来源后来的值取代先前的，不同来源不一致的两个值都保留，待人裁定")
    var origin: String = SourceOrigin.fileName

    @Option(help: "文件没有写明时的坐标系：WGS84（含 CGCS2000）、GCJ-02、未说明")
    var datum: String = SourcePoint.Datum.unknown.rawValue

    @Flag(help: "与现有档案相似而代码、名称对不上的行先不建档，列入网页上的名单比对由人判定")
    var match = false

    @Flag(help: "只看会改变什么，不导入")
    var preview = false

    @Flag(help: "有不能导入的行时，只导入可用的行")
    var skipRefused = false

    @Option(help: ArgumentHelp("把标注了原因的副本写入此 xlsx 文件", valueName: "文件"))
    var marked: String?

    @OptionGroup var options: DataOptions

    func run() async throws {
        guard let datum = SourcePoint.Datum(written: datum) else {
            throw ValidationError(
                "不认识的坐标系“\(self.datum)”，可用：\(SourcePoint.Datum.allCases.map(\.rawValue).joined(separator: "、"))")
        }
        let bytes = try Terminal.bytes(of: file)
        let bureau = try await options.open()
        let name = file == "-" ? "标准输入" : (file as NSString).lastPathComponent
        let order = SourceImport.Order(kind: kind, fileName: name, origin: origin, datum: datum, asksPeople: match)
        let today = Instant(secondsSince1970: SystemClock.milliseconds() / 1_000).beijingDate
        let book = bureau.book
        let catalog = book.archive.catalog
        let plan = try await book.database.read { connection in
            try SourceImport.plan(bytes, order, on: today, catalog: catalog, in: connection)
        }
        if let marked {
            try Data(try SourceMarkedCopy.workbook(of: bytes, plan)).write(to: URL(fileURLWithPath: marked))
        }
        report(plan)
        if !preview {
            let (_, batch) = try await SourceImport.run(
                bytes, order, on: today, after: plan.sequence, takesGoodRows: skipRefused,
                by: Capabilities.localOperator, into: book)
            Terminal.say(
                "导入完成（台账第 \(batch.sequence) 条，批次 \(batch.id)）：新建 \(batch.registered) 份，修改 \(batch.changed) 份，未导入 \(batch.refused) 行"
            )
        }
        if plan.refused > 0 { throw ExitStatus.findings }
    }

    private func report(_ plan: SourceImportPlan) {
        let unread = plan.unreadColumns
        Terminal.say(
            "读取的列："
                + plan.columns.map { $0.title == $0.field ? $0.title : "\($0.title)→\($0.field)" }.joined(
                    separator: "、"))
        if !unread.isEmpty { Terminal.say("没有读取的列：" + unread.joined(separator: "、")) }
        Terminal.say(
            "共 \(plan.rows.count) 行：新建 \(plan.registered)，修改 \(plan.changed)，无变化 \(plan.unchanged)，待人判定 \(plan.asked)，"
                + "不能导入 \(plan.refused)；其中存疑 \(plan.doubtful)，与其他来源不一致 \(plan.contested)")
        var left = Self.greatestPrinted
        for row in plan.rows where left > 0 {
            if case .changes = row.outcome {
                left -= 1
                let words = row.changes.map { change in
                    "\(change.title)：\(change.old.isEmpty ? "空" : change.old) → \(change.new)"
                        + (change.isContested ? "（与其他来源不一致，两者都保留）" : "")
                }
                Terminal.say("第 \(row.line) 行 \(row.name)：\(words.joined(separator: "；"))")
            }
            for doubt in row.doubts where left > 0 && row.outcome != .refused {
                left -= 1
                Terminal.say("第 \(row.line) 行 \(row.name)（存疑）：\(doubt.message)")
            }
            for fault in row.faults where left > 0 {
                left -= 1
                Terminal.complain("第 \(row.line) 行不能导入：\(fault.message)")
            }
        }
        if left == 0 { Terminal.say("其余不再列出；用 --marked 写出标注全部原因的副本") }
    }
}

import ArgumentParser
import Foundation
import House
import Monitoring

/// 导入监测数据: what is meant where `import` names no other thing.
struct ImportReadingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "readings", abstract: "导入监测数据文件（可为 .gz）")

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case air
        case water

        var format: FileFormat { self == .air ? .air : .water }
    }

    @Argument(help: "air：全国空气站小时值；water：地表水自动站")
    var kind: Kind

    @Argument(help: "文件")
    var file: String

    @Option(help: "监测时间没有年份时指明年份")
    var year: Int?

    @Flag(help: "以 JSON 输出结果")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let bytes = try Terminal.bytes(of: file)
        let bureau = try await options.open()
        let name = file == "-" ? "标准输入" : (file as NSString).lastPathComponent
        let outcome = try await FileImport.run(
            bytes, fileName: name, format: kind.format, defaultYear: year, by: Capabilities.localOperator,
            into: bureau.book
        ) { stage in
            switch stage {
            case .checking(let rows): Terminal.progress("已检查 \(rows) 行")
            case .storing(let rows): Terminal.progress("\(rows) 行检查完毕，正在入库，数万行需要几秒")
            }
        }
        Terminal.endProgress()
        for refusal in outcome.refusals { Terminal.complain("第 \(refusal.line) 行未导入：\(refusal.message)") }
        try report(outcome)
        if !outcome.refusals.isEmpty { throw ExitStatus.findings }
    }

    private func report(_ outcome: FileImport.Outcome) throws {
        if json {
            let object: [String: Any] = [
                "batch": outcome.sequence, "unchanged": outcome.wasKnown, "rows": outcome.rows,
                "readings": outcome.readings, "refused": outcome.refusals.count, "newObjects": outcome.newObjects,
            ]
            try Terminal.write(Array(try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)) + [10])
        } else if outcome.wasKnown {
            Terminal.say("此文件此前已导入（批次 \(outcome.sequence)），未作任何改动：\(outcome.rows) 行，拒收 \(outcome.refusals.count) 行")
        } else {
            Terminal.say(
                "导入完成（批次 \(outcome.sequence)）：\(outcome.rows) 行，新增测值 \(outcome.readings) 个，"
                    + "新登记站点 \(outcome.newObjects) 个，拒收 \(outcome.refusals.count) 行")
        }
    }
}

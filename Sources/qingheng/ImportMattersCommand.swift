import ArgumentParser
import House
import Records

/// 移入办件: matters that were kept elsewhere or on paper, at whatever state they stand.
struct ImportMattersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matters", abstract: "移入其他系统或纸质的办件（每行一个 JSON 对象），在办、已结均可",
        discussion: "每行写明程序、名称、开始日期、现状态、原因和材料，可以附经办人、正在计的时限、已填事项和以前的办理；格式见 Docs/casework.md。")

    /// Lines named one by one on the screen.
    private static let greatestPrinted = 50

    @Argument(help: "文件，- 为标准输入")
    var file: String

    @Flag(help: "只看能否移入，不写入")
    var preview = false

    @Flag(help: "有不能移入的行时，只移入可用的行")
    var skipRefused = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let text = String(decoding: try Terminal.bytes(of: file), as: UTF8.self)
        let bureau = try await options.open()
        let plan = try await MatterImport(text, into: bureau)
        for fault in plan.faults.prefix(Self.greatestPrinted) {
            Terminal.complain("第 \(fault.line) 行不能移入：\(fault.message)")
        }
        if plan.faults.count > Self.greatestPrinted {
            Terminal.complain("另有 \(plan.faults.count - Self.greatestPrinted) 行不能移入")
        }
        let isWhole = plan.faults.isEmpty || skipRefused
        if !preview, isWhole, !plan.actions.isEmpty {
            try await bureau.book.record(plan.actions)
            Terminal.say("已移入 \(plan.count) 件，未移入 \(plan.faults.count) 行")
        } else {
            Terminal.say("可以移入 \(plan.count) 件，不能移入 \(plan.faults.count) 行；没有写入")
        }
        if !plan.faults.isEmpty { throw ExitStatus.findings }
    }
}

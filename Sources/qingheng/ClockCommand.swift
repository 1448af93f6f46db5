import ArgumentParser
import Casework
import Foundation
import House
import Standards

/// A deadline, with the days it skipped.
struct ClockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock", abstract: "算期限：从某日起若干工作日或自然日的最后一日，及跳过的休息日",
        discussion: "起算当日不计入。自然日的末日遇休息日默认顺延；查封、扣押等限制当事人的期限用 --roll none。"
            + "节假日安排未录入的年份只按周末计算，结果为暂定。")

    @Option(help: ArgumentHelp("起算事件发生之日，如 2026-09-25", valueName: "日期"))
    var from: String

    @Option(help: ArgumentHelp("多少日，1—3660", valueName: "日数"))
    var days: Int

    @Option(help: ArgumentHelp("working 工作日；calendar 自然日", valueName: "单位"))
    var unit: String

    @Option(help: ArgumentHelp("自然日的末日遇休息日：forward 顺延，none 不顺延", valueName: "方式"))
    var roll = "forward"

    @OptionGroup
    var catalog: CatalogArguments

    @Flag(help: "以 JSON 输出")
    var json = false

    func validate() throws {
        _ = try DayArgument.read(from, "--from")
        guard ["working", "calendar"].contains(unit) else {
            throw ValidationError("--unit 的“\(unit)”应为 working 或 calendar")
        }
        guard ["forward", "none"].contains(roll) else {
            throw ValidationError("--roll 的“\(roll)”应为 forward 或 none")
        }
        guard PeriodLength.amounts.contains(days) else {
            throw ValidationError("--days 的 \(days) 应在 1 到 \(PeriodLength.amounts.upperBound) 之间")
        }
    }

    func run() throws {
        guard let start = try DayArgument.read(from, "--from") else { return }
        let calendar = try WorkCalendar(try catalog.load())
        let deadline = calendar.deadline(
            of: PeriodLength(days, unit == "working" ? .working : .calendar), from: start,
            roll: roll == "forward" ? .forward : .none)
        let basis = calendar.basis(of: deadline)
        guard json else {
            let note = deadline.provisionalNote.map { " \($0)" } ?? ""
            let skipped = deadline.skipped.map(\.description).joined(separator: "、")
            Terminal.say("最后一日：\(deadline.day)\(note)")
            Terminal.say("跳过的休息日：\(skipped.isEmpty ? "无" : skipped)")
            return Terminal.say("依据：\(basis)")
        }
        let answer = Answer(
            deadline: deadline.day.description, skipped: deadline.skipped.map(\.description), basis: basis,
            provisional: deadline.isProvisional)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        Terminal.say(String(decoding: try encoder.encode(answer), as: UTF8.self))
    }

    private struct Answer: Encodable {
        let deadline: String
        let skipped: [String]
        let basis: String
        let provisional: Bool
    }
}

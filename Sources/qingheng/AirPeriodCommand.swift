import ArgumentParser
import Catalog
import Judging
import Standards

/// `air period`: days of ambient air into months, quarters, half years, years and winter seasons.
struct AirPeriodCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "period", abstract: "按月、季、半年、年、秋冬季评价空气质量：CSV → CSV",
        discussion: "表头 date,station,so2,no2,pm10,pm25,co,o3_8h，可有 excluded；date 如 2026-03-01；各项为日均值，"
            + "o3_8h 为日最大8小时平均；空为缺测，/ 为未监测；单位 µg/m³，CO 为 mg/m³；excluded 为例外事件剔除的项目，"
            + "用 ; 连接，或 all。--standard 可写几个编号，用逗号连接。\n"
            + "输出 \(AirPeriodTable.header(AirPeriodOptions(kind: .month)).joined(separator: ","))；"
            + "有 --compare 时在 standard 前增加同比或环比各列。")

    @OptionGroup
    var judging: JudgingArguments

    @Option(help: ArgumentHelp("month、quarter、half、year，或 season（秋冬季，10 月至次年 3 月）", valueName: "时段"))
    var by: String

    @Option(help: ArgumentHelp("yoy 与上年同期比较（同比），mom 与上一时段比较（环比）", valueName: "比较"))
    var compare: String?

    @Flag(help: "天数不足的时段也列出统计值，但不评价")
    var incomplete = false

    func validate() throws {
        guard AirPeriod.Kind(rawValue: by) != nil else {
            throw ValidationError("--by 的“\(by)”应为 month、quarter、half、year 或 season")
        }
        if let compare, PeriodComparison(rawValue: compare) == nil {
            throw ValidationError("--compare 的“\(compare)”应为 yoy 或 mom")
        }
    }

    func run() throws {
        let standard = judging.standard
        let options = AirPeriodOptions(
            kind: AirPeriod.Kind(rawValue: by) ?? .month,
            comparison: compare.flatMap { PeriodComparison(rawValue: $0) },
            standards: standard == "auto" ? [] : standard.split(separator: ",").map(String.init),
            asOf: try judging.choice.asOf, printsIncomplete: incomplete, explains: judging.explain)
        try judging.run { catalog, input in
            try AirPeriodTable(catalog: catalog, options: options)
                .judge(input: input, output: Terminal.write, refused: Terminal.complain)
        }
    }
}

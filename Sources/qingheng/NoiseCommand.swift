import ArgumentParser
import Catalog
import Foundation
import Judging
import Standards

struct NoiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "noise", abstract: "声环境评价", subcommands: [Zone.self, Grade.self])

    struct Zone: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "zone", abstract: "功能区噪声：小时 Leq → 昼间、夜间评价或达标率",
            discussion: "表头 time,station,zone,leq，可有 l10,l50,l90,lmax；time 为时段末，如 2026-03-01T01:00:00+08:00；"
                + "zone 为 0、1、2、3、4a、4b；单位 dB(A)，空为缺测。夜间属于其开始的那一天。\n"
                + "输出 date,station,zone,ld,ld_hours,ln,ln_hours,ldn,lmax_night,day_limit,night_limit,day_met,night_met,"
                + "standard,note；按月、季、年时为 period,zone,day_met,day_total,day_rate,night_met,night_total,night_rate,"
                + "standard,note。")

        @Argument(help: "文件，- 为标准输入")
        var file = "-"

        @Option(help: ArgumentHelp("day 逐日；month、quarter、year 统计达标率", valueName: "时段"))
        var by = "day"

        @Option(help: ArgumentHelp("昼夜划分规则的编号", valueName: "编号"))
        var periods = NoiseDayRules.usualPeriods

        @Option(help: ArgumentHelp("限值标准的编号；auto 为数据当日施行的标准", valueName: "编号"))
        var standard = "auto"

        @Option(help: ArgumentHelp("全部按这一天施行的规则评价", valueName: "日期"))
        var asOf: String?

        @Flag(help: "增加 explain 列，写明计算过程")
        var explain = false

        @Option(help: ArgumentHelp("本局规则目录，覆盖随程序提供的规则", valueName: "目录"))
        var catalog: String?

        func validate() throws {
            guard NoiseSpan(rawValue: by) != nil else {
                throw ValidationError("--by 的“\(by)”应为 day、month、quarter 或 year")
            }
            if let asOf, CivilDate(asOf) == nil { throw ValidationError("--as-of 的“\(asOf)”应如 2026-03-01") }
        }

        func run() throws {
            let choice = RuleChoice(id: standard == "auto" ? nil : standard, asOf: asOf.flatMap { CivilDate($0) })
            let table = NoiseZoneTable(
                catalog: try RuleCatalog.load(overlay: catalog.map { URL(fileURLWithPath: $0) }), choice: choice,
                periods: periods, by: NoiseSpan(rawValue: by) ?? .day, explains: explain)
            let counts = try table.judge(input: try Terminal.chunks(of: file), output: Terminal.write) {
                Terminal.complain($0.message)
            }
            if counts.refused > 0 { throw ExitStatus.findings }
        }
    }

    struct Grade: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "grade", abstract: "城市区域、道路交通声环境质量等级",
            discussion: "表头 kind,period,value，可有 length；kind 为 area（区域）或 road（道路交通），period 为 day 或 night；"
                + "单位 dB(A)；道路交通按 length 加权。\n输出 kind,period,points,length,mean,grade,name,standard,note。")

        @Argument(help: "文件，- 为标准输入")
        var file = "-"

        @Option(help: ArgumentHelp("监测日期：按这一天施行的标准定级", valueName: "日期"))
        var asOf: String

        @Option(help: ArgumentHelp("标准的编号；auto 为 --as-of 当日施行的标准", valueName: "编号"))
        var standard = "auto"

        @Flag(help: "增加 explain 列，写明计算过程")
        var explain = false

        @Option(help: ArgumentHelp("本局规则目录，覆盖随程序提供的规则", valueName: "目录"))
        var catalog: String?

        private var day: CivilDate? { CivilDate(asOf) }

        func validate() throws {
            guard day != nil else { throw ValidationError("--as-of 的“\(asOf)”应如 2026-03-01") }
        }

        func run() throws {
            guard let day else { throw ValidationError("--as-of 的“\(asOf)”应如 2026-03-01") }
            let choice = RuleChoice(id: standard == "auto" ? nil : standard, asOf: nil)
            let table = try NoiseGradeTable(
                catalog: try RuleCatalog.load(overlay: catalog.map { URL(fileURLWithPath: $0) }), on: day,
                choice: choice, explains: explain)
            let counts = try table.judge(input: try Terminal.chunks(of: file), output: Terminal.write) {
                Terminal.complain($0.message)
            }
            if counts.refused > 0 { throw ExitStatus.findings }
        }
    }
}

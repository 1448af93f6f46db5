import ArgumentParser
import Catalog
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

        @OptionGroup
        var judging: JudgingArguments

        @Option(help: ArgumentHelp("day 逐日；month、quarter、year 统计达标率", valueName: "时段"))
        var by = "day"

        @Option(help: ArgumentHelp("昼夜划分规则的编号", valueName: "编号"))
        var periods = NoiseDayRules.usualPeriods

        func validate() throws {
            guard NoiseSpan(rawValue: by) != nil else {
                throw ValidationError("--by 的“\(by)”应为 day、month、quarter 或 year")
            }
        }

        func run() throws {
            let choice = try judging.choice
            try judging.run { catalog, input in
                try NoiseZoneTable(
                    catalog: catalog, choice: choice, periods: periods, by: NoiseSpan(rawValue: by) ?? .day,
                    explains: judging.explain
                ).judge(input: input, output: Terminal.write, refused: Terminal.complain)
            }
        }
    }

    struct Grade: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "grade", abstract: "城市区域、道路交通声环境质量等级",
            discussion: "表头 kind,period,value，可有 length；kind 为 area（区域）或 road（道路交通），period 为 day 或 night；"
                + "单位 dB(A)；道路交通按 length 加权。\n输出 kind,period,points,length,mean,grade,name,standard,note。")

        @OptionGroup
        var judging: JudgingArguments

        @Option(help: ArgumentHelp("监测日期，按这一天施行的标准定级，如 2026-10-31", valueName: "日期"))
        var date: String

        func validate() throws { _ = try DayArgument.read(date, "--date") }

        func run() throws {
            let choice = try judging.choice
            guard let day = try DayArgument.read(date, "--date") else {
                throw ValidationError("须用 --date 指明监测日期")
            }
            try judging.run { catalog, input in
                try NoiseGradeTable(catalog: catalog, on: day, choice: choice, explains: judging.explain)
                    .judge(input: input, output: Terminal.write, refused: Terminal.complain)
            }
        }
    }
}

import ArgumentParser
import Catalog
import House
import Judging

struct WaterRankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "按城市水质指数 CWQI 排名：CSV → CSV",
        discussion: "表头 area,section,kind，以及项目列 ph,do,codmn,cod,bod5,nh3n,tp,cu,zn,f,se,as,hg,cd,cr6,pb,cn,phenol,oil,"
            + "las,s；一行为一个断面（点位）的时段均值，单位 mg/L。"
            + "输出 rank,area,sections,points,river_index,lake_index,index,standard,note；"
            + "有 --compare 时在 standard 前加 previous_index,change,change_rank。未参与的行连同原因写到标准错误。")

    @Argument(help: "文件，- 为标准输入")
    var file = "-"

    @Option(help: ArgumentHelp("数据所属日期，规则取这一天施行的版本，如 2026-10-31", valueName: "日期"))
    var date: String

    @Option(help: ArgumentHelp("上期的同样表格，给出变化率及其排名", valueName: "文件"))
    var compare: String?

    @OptionGroup
    var rules: RuleChoiceArguments

    @Flag(help: "再加一列 explain：各项指数的算式、依据")
    var explain = false

    func validate() throws { _ = try DayArgument.read(date, "--date") }

    func run() throws {
        let choice = try rules.choice
        guard let day = try choice.asOf ?? DayArgument.read(date, "--date") else {
            throw ValidationError("须用 --date 指明数据所属日期")
        }
        let table = try WaterRankTable(
            catalog: try RuleCatalog.load(overlay: nil), on: day, index: choice.id, explains: explain)
        let counts = try table.rank(
            input: try Terminal.chunks(of: file), earlier: try compare.map(Terminal.chunks(of:)),
            refused: { Terminal.complain($0.message) }, output: Terminal.write)
        if counts.refused > 0 { throw ExitStatus.findings }
    }
}

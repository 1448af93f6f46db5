import ArgumentParser
import Catalog
import Judging

struct WaterRankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "按城市水质指数 CWQI 排名：CSV → CSV",
        discussion: "表头 area,section,kind，以及项目列 ph,do,codmn,cod,bod5,nh3n,tp,cu,zn,f,se,as,hg,cd,cr6,pb,cn,phenol,oil,"
            + "las,s；一行为一个断面（点位）的时段均值，单位 mg/L。"
            + "输出 rank,area,sections,points,river_index,lake_index,index,standard,note；"
            + "有 --compare 时在 standard 前加 previous_index,change,change_rank。未参与的行连同原因写到标准错误。")

    @Option(help: ArgumentHelp("数据所属日期，规则取这一天施行的版本，如 2026-10-31", valueName: "日期"))
    var date: String

    @Option(help: ArgumentHelp("上期的同样表格，给出变化率及其排名", valueName: "文件"))
    var compare: String?

    @OptionGroup
    var judging: JudgingArguments

    func validate() throws { _ = try DayArgument.read(date, "--date") }

    func run() throws {
        let choice = try judging.choice
        guard let day = try choice.asOf ?? DayArgument.read(date, "--date") else {
            throw ValidationError("须用 --date 指明数据所属日期")
        }
        try judging.run { catalog, input in
            try WaterRankTable(catalog: catalog, on: day, index: choice.id, explains: judging.explain)
                .rank(
                    input: input, earlier: try compare.map(Terminal.chunks(of:)), refused: Terminal.complain,
                    output: Terminal.write)
        }
    }
}

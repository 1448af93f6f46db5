import ArgumentParser
import Catalog
import Judging
import Standards

struct AirRankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "城市、区、街镇空气质量排名：CSV → CSV",
        discussion: "表头 area 及所选办法的各项；默认办法按综合指数排名，读 index，或由 so2,no2,pm10,pm25,co_p95,o3_8h_p90 计算，"
            + "有 index_last（上期指数）时给出变化。输出按名次排列，在原列后加计算出的各项、各项名次 rank_*、"
            + "score,rank,change、奖惩金额 money（--money，万元）、standard,note。未参与的行连同原因写到标准错误。"
            + "--standard 为计算综合指数所用限值的标准。全部办法见 qingheng standards list --kind ranking。")

    @OptionGroup
    var judging: JudgingArguments

    @Option(help: ArgumentHelp("数据所属日期，办法、限值、金额表取这一天施行的版本，如 2026-10-31", valueName: "日期"))
    var date: String

    @Option(help: ArgumentHelp("排名办法", valueName: "编号"))
    var scheme = "CN-CITY-INDEX-2018"

    @Option(help: ArgumentHelp("综合指数算法，如 AIR-COMPOSITE-WEIGHTED", valueName: "编号"))
    var composite = AirCompositeRule.plainID

    @Flag(help: "加一列 money：按名次的奖惩金额，万元")
    var money = false

    private var options: RankTableOptions {
        get throws {
            guard let day = try DayArgument.read(date, "--date") else {
                throw ValidationError("须用 --date 指明数据所属日期")
            }
            return RankTableOptions(
                scheme: scheme, day: day, choice: try judging.choice, composite: composite, showsMoney: money,
                explains: judging.explain)
        }
    }

    func validate() throws { _ = try options }

    func run() throws {
        let options = try options
        try judging.run { catalog, input in
            try RankTable(catalog: catalog, options: options)
                .judge(input: input, output: Terminal.write, refused: Terminal.complain)
        }
    }
}

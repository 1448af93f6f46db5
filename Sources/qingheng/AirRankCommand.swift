import ArgumentParser
import Catalog
import House
import Judging
import Standards

struct AirRankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "城市、区、街镇空气质量排名：CSV → CSV",
        discussion: "表头 area 及所选办法的各项；默认办法按综合指数排名，读 index，或由 so2,no2,pm10,pm25,co_p95,o3_8h_p90 计算，"
            + "有 index_last（上期指数）时给出变化。输出按名次排列，在原列后加计算出的各项、各项名次 rank_*、"
            + "score,rank,change、奖惩金额 money（--money，万元）、standard,note。未参与的行连同原因写到标准错误。"
            + "全部办法见 qingheng standards list --kind ranking。")

    @Argument(help: "文件，- 为标准输入")
    var file = "-"

    @Option(help: ArgumentHelp("数据所属日期，办法、限值、金额表取这一天施行的版本，如 2026-10-31", valueName: "日期"))
    var date: String

    @Option(help: ArgumentHelp("排名办法", valueName: "编号"))
    var scheme = "CN-CITY-INDEX-2018"

    @Option(help: ArgumentHelp("综合指数算法，如 AIR-COMPOSITE-WEIGHTED", valueName: "编号"))
    var composite = AirCompositeRule.plainID

    @Option(help: ArgumentHelp("计算综合指数所用限值的标准，如 GB3095-2012；auto 为数据当日施行的标准", valueName: "auto|编号"))
    var standard = "auto"

    @Option(help: ArgumentHelp("改按这一天施行的办法和限值，用于不同标准对比", valueName: "日期"))
    var asOf: String?

    @Flag(help: "加一列 money：按名次的奖惩金额，万元")
    var money = false

    @Flag(help: "再加一列 explain：指数和得分的算式、依据")
    var explain = false

    private var options: RankTableOptions {
        get throws {
            guard let day = try DayArgument.read(date, "--date") else {
                throw ValidationError("须用 --date 指明数据所属日期")
            }
            let choice = RuleChoice(
                id: standard == "auto" ? nil : standard, asOf: try DayArgument.read(asOf, "--as-of"))
            return RankTableOptions(
                scheme: scheme, day: day, choice: choice, composite: composite, showsMoney: money, explains: explain)
        }
    }

    func validate() throws { _ = try options }

    func run() throws {
        let table = try RankTable(catalog: try RuleCatalog.load(overlay: nil), options: try options)
        let counts = try table.judge(
            input: try Terminal.chunks(of: file), output: Terminal.write,
            refused: { Terminal.complain($0.message) })
        if counts.refused > 0 { throw ExitStatus.findings }
    }
}

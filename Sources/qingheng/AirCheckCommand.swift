import ArgumentParser
import House
import Monitoring

struct AirCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "小时值自动预审：CSV → CSV，每行一条疑点",
        discussion: "表头 time,station 和因子列（so2,no2,pm10,pm25,co,o3,no,nox 中任意几列）；time 为时段末；"
            + "空为缺测，/ 为未监测；单位 µg/m³，CO 为 mg/m³。另有 group 列时，同组站点互为邻站。"
            + "按 monitoring/checks 中数据当日施行的规则检验。")

    @Argument(help: "文件，- 为标准输入")
    var file = "-"

    @Option(name: .customLong("rule"), help: ArgumentHelp("只用这条规则，可多次给出", valueName: "编号"))
    var rules: [String] = []

    @OptionGroup
    var catalog: CatalogArguments

    func run() throws {
        let catalog = try catalog.load()
        let table = try CheckTable(try Terminal.chunks(of: file))
        for refusal in table.refusals { Terminal.complain(refusal.message) }
        let report = try table.report(by: catalog, only: Set(rules))
        try Terminal.write(CheckTable.csv(report.findings))
        for refusal in report.refusals { Terminal.complain(refusal.sentence) }
        Terminal.complain(
            "\(table.rows) 行，\(table.field.series.count) 个序列；疑点 \(report.findings.count) 条，"
                + "其中疑似无效 \(report.findings.count { $0.grade == .fail }) 条")
        if !table.refusals.isEmpty || !report.findings.isEmpty { throw ExitStatus.findings }
    }
}

import ArgumentParser
import Catalog
import House
import Judging

struct AirHourlyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hourly", abstract: "逐行计算小时 AQI：CSV → CSV",
        discussion: "表头 time,station,so2,no2,pm10,pm25,co,o3；time 为时段末，如 2026-03-01T01:00:00+08:00；"
            + "空为缺测，/ 为未监测；单位 µg/m³，CO 为 mg/m³。输出在原列后加 aqi,level,primary,standard,note。")

    @Argument(help: "文件，- 为标准输入")
    var file = "-"

    @OptionGroup
    var options: AirTableArguments

    func run() throws {
        let table = AirHourlyTable(catalog: try RuleCatalog.load(overlay: nil), options: try options.options)
        let counts = try table.judge(input: try Terminal.chunks(of: file), output: Terminal.write)
        if counts.refused > 0 { throw ExitStatus.findings }
    }
}

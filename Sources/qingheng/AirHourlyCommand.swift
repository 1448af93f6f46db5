import ArgumentParser
import Catalog
import House
import Judging

struct AirHourlyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hourly", abstract: "逐行计算小时 AQI：CSV → CSV",
        discussion: "表头 time,station,so2,no2,pm10,pm25,co,o3；time 为时段末，如 2026-03-01T01:00:00+08:00；"
            + "空为缺测，/ 为未监测；单位 µg/m³，CO 为 mg/m³。输出在原列后加 aqi,level,primary,standard,note。")

    @OptionGroup
    var options: AirTableArguments

    func run() throws {
        let options = try options.options
        try self.options.judging.run { catalog, input in
            try AirHourlyTable(catalog: catalog, options: options).judge(input: input, output: Terminal.write)
        }
    }
}

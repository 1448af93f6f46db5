import ArgumentParser
import Catalog
import House
import Judging

struct AirDailyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "daily", abstract: "逐行计算日 AQI：CSV → CSV",
        discussion: "表头 date,station,so2,no2,pm10,pm25,co,o3_8h；date 如 2026-03-01，o3_8h 为日最大 8 小时平均；"
            + "可另有 o3_1h（日最大 1 小时），只在当日标准列有该项时参与；空为缺测，/ 为未监测；单位 µg/m³，CO 为 mg/m³。"
            + "输出在原列后加 aqi,level,primary,standard,note。")

    @OptionGroup
    var options: AirTableArguments

    func run() throws {
        let options = try options.options
        try self.options.judging.run { catalog, input in
            try AirDailyTable(catalog: catalog, options: options).judge(input: input, output: Terminal.write)
        }
    }
}

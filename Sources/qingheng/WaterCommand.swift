import ArgumentParser
import Catalog
import House
import Judging

struct WaterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "water", abstract: "地表水评价", subcommands: [Classify.self])

    struct Classify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "classify", abstract: "逐行评价水质类别：CSV → CSV",
            discussion: "表头 time,section,kind,ph,do,codmn,nh3n,tp；kind 为 river 或 lake；单位 mg/L。")

        @Argument(help: "文件，- 为标准输入")
        var file = "-"

        func run() throws {
            let table = WaterClassTable(catalog: try RuleCatalog.load(overlay: nil))
            let counts = try table.judge(input: try Terminal.chunks(of: file), output: Terminal.write)
            if counts.refused > 0 { throw ExitStatus.findings }
        }
    }
}

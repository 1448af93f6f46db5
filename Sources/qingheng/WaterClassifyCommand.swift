import ArgumentParser
import Catalog
import House
import Judging

struct WaterClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify", abstract: "逐行评价水质类别：CSV → CSV",
        discussion: "表头 time,section,kind,ph,do,codmn,nh3n,tp；kind 为 river 或 lake；单位 mg/L。"
            + "可另有 cod,bod5,cu,zn,f,se,as,hg,cd,cr6,pb,cn,phenol,oil,las,s 列，有则参与评价。"
            + "输出在原列后加 class,deciding,standard,note。")

    @Argument(help: "文件，- 为标准输入")
    var file = "-"

    @OptionGroup
    var rules: RuleChoiceArguments

    @Flag(help: "再加一列 explain：各项目达到与未达到的限值、依据")
    var explain = false

    func run() throws {
        let table = WaterClassTable(
            catalog: try RuleCatalog.load(overlay: nil), choice: try rules.choice, explains: explain)
        let counts = try table.judge(input: try Terminal.chunks(of: file), output: Terminal.write)
        if counts.refused > 0 { throw ExitStatus.findings }
    }
}

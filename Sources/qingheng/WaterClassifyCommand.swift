import ArgumentParser
import Catalog
import Judging

struct WaterClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify", abstract: "逐行评价水质类别：CSV → CSV",
        discussion: "表头 time,section,kind,ph,do,codmn,nh3n,tp；kind 为 river 或 lake；单位 mg/L。"
            + "可另有 cod,bod5,cu,zn,f,se,as,hg,cd,cr6,pb,cn,phenol,oil,las,s 列，有则参与评价。"
            + "输出在原列后加 class,deciding,standard,note。")

    @OptionGroup
    var judging: JudgingArguments

    func run() throws {
        let choice = try judging.choice
        try judging.run { catalog, input in
            try WaterClassTable(catalog: catalog, choice: choice, explains: judging.explain)
                .judge(input: input, output: Terminal.write)
        }
    }
}

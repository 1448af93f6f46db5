import ArgumentParser
import Catalog
import Judging
import Standards

struct WaterPeriodCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "period", abstract: "按月、季、半年、年评价断面或河流（湖库）：CSV → CSV",
        discussion: "表头 time,section,kind，可有 river,target，以及项目列 wt,ph,do,codmn,cod,bod5,nh3n,tp,tn,cu,zn,f,se,as,"
            + "hg,cd,cr6,pb,cn,phenol,oil,las,s,fc,ec,turb,chla（至少一列）；target 为 I～V；单位 mg/L。\n"
            + "按断面输出 period,section,river,kind,samples,months,各项目 *_mean,class,grade,deciding,indicators,items,"
            + "target,met,enough,standard,note；按河流输出 period,river,kind,sections,judged,I,II,III,IV,V,inferior-V,"
            + "good_rate,inferior_rate,with_target,met,met_rate,basis,class,grade,indicators,excluded,standard,note。"
            + "有 --compare 时在 standard 前加变化各列。未参与的行连同原因写到标准错误。")

    @Option(help: ArgumentHelp("month、quarter、half 或 year", valueName: "时段"))
    var by: String

    @Option(help: ArgumentHelp("section 逐断面，river 按河流（湖库）汇总", valueName: "层级"))
    var level = WaterPeriodOptions.Level.section.rawValue

    @Option(help: ArgumentHelp("yoy 与上年同期比较（同比），mom 与上一时段比较（环比）；上期须在同一表中", valueName: "比较"))
    var compare: String?

    @OptionGroup
    var judging: JudgingArguments

    @Flag(help: "缺测的月份因冰封无法采样：年评价 8 个月即可")
    var ice = false

    private var options: WaterPeriodOptions {
        get throws {
            guard let length = WaterPeriodLength(rawValue: by) else {
                throw ValidationError("--by 的“\(by)”应为 month、quarter、half 或 year")
            }
            guard let level = WaterPeriodOptions.Level(rawValue: level) else {
                throw ValidationError("--level 的“\(level)”应为 section 或 river")
            }
            let comparison = compare.flatMap { PeriodComparison(rawValue: $0) }
            if let compare, comparison == nil { throw ValidationError("--compare 的“\(compare)”应为 yoy 或 mom") }
            guard !judging.explain || level == .section else {
                throw ValidationError("--explain 只用于逐断面评价，请去掉 --level river 或 --explain")
            }
            return WaterPeriodOptions(
                length: length, level: level, comparison: comparison, choice: try judging.choice, hasIce: ice,
                explains: judging.explain)
        }
    }

    func validate() throws { _ = try options }

    func run() throws {
        let options = try options
        try judging.run { catalog, input in
            try WaterPeriodTable(catalog: catalog, options: options)
                .judge(input: input, refused: Terminal.complain, output: Terminal.write)
        }
    }
}

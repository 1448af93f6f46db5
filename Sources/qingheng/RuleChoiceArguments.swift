import ArgumentParser
import Judging
import Standards

/// Which edition of a rule judges.
struct RuleChoiceArguments: ParsableArguments {
    @Option(help: ArgumentHelp("按此编号的标准判定；auto 为数据当日施行的标准", valueName: "auto|编号"))
    var standard = "auto"

    @Option(help: ArgumentHelp("所有行都按这一天施行的标准判定，如 2026-03-01", valueName: "日期"))
    var asOf: String?

    var choice: RuleChoice {
        get throws { RuleChoice(id: standard == "auto" ? nil : standard, asOf: try DayArgument.read(asOf, "--as-of")) }
    }

    func validate() throws { _ = try choice }
}

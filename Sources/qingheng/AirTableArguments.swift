import ArgumentParser
import Judging

/// The options of the tables that judge row by row by HJ 633.
struct AirTableArguments: ParsableArguments {
    @OptionGroup
    var judging: JudgingArguments

    @Option(help: ArgumentHelp("首要污染物的列法：max 为 IAQI 最大者，above50 为 IAQI 大于 50 的各项由大到小", valueName: "max|above50"))
    var primary = "max"

    var options: AirTableOptions {
        get throws {
            guard let style = AirPrimaryStyle(rawValue: primary) else {
                throw ValidationError("--primary 只能是 max 或 above50，不能是“\(primary)”")
            }
            return AirTableOptions(choice: try judging.choice, primary: style, explains: judging.explain)
        }
    }

    func validate() throws { _ = try options }
}

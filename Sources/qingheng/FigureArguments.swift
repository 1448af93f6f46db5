import ArgumentParser
import Reporting
import Standards

/// Which figure, for when, about what.
struct FigureArguments: ParsableArguments {
    @Argument(help: ArgumentHelp("指标编号，如 air.year.pm25", valueName: "指标"))
    var figure: String

    @Option(help: ArgumentHelp("从哪一天看，YYYY-MM-DD", valueName: "日期"))
    var date: String

    @Option(
        name: .customLong("arg"), parsing: .singleValue,
        help: ArgumentHelp("指标的参数，如 place=district；可重复", valueName: "名称=值"))
    var arguments: [String] = []

    func validate() throws {
        _ = try DayArgument.read(date, "--date")
        for argument in arguments where argument.split(separator: "=", maxSplits: 1).count != 2 {
            throw ValidationError("--arg 的“\(argument)”应写成 名称=值，如 place=district")
        }
    }

    /// What is asked for; `validate` has seen it.
    func request() throws -> FigureRequest {
        guard let day = try DayArgument.read(date, "--date") else { throw ValidationError("--date 不能为空") }
        var values: [String: String] = [:]
        for argument in arguments {
            let sides = argument.split(separator: "=", maxSplits: 1).map(String.init)
            values[sides[0]] = sides[1]
        }
        return FigureRequest(figure, on: day, values)
    }
}

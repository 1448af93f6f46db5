import ArgumentParser
import Catalog
import Documents
import Judging
import Standards

/// What every judging command takes: the table, which edition judges, whether to explain.
struct JudgingArguments: ParsableArguments {
    @Argument(help: "文件，- 为标准输入")
    var file = "-"

    @Option(help: ArgumentHelp("按此编号的标准判定；auto 为数据当日施行的标准", valueName: "auto|编号"))
    var standard = "auto"

    @Option(help: ArgumentHelp("所有行都按这一天施行的标准判定，如 2026-03-01", valueName: "日期"))
    var asOf: String?

    @Flag(help: "再加一列 explain：用了表中哪一行、算式、修约前的精确值、依据")
    var explain = false

    @OptionGroup
    var catalog: CatalogArguments

    /// The edition asked for.
    var choice: RuleChoice {
        get throws { RuleChoice(id: standard == "auto" ? nil : standard, asOf: try DayArgument.read(asOf, "--as-of")) }
    }

    func validate() throws { _ = try choice }

    /// Judges row by row; every row keeps its place.
    func run(_ judge: (RuleCatalog, ChunkSource) throws -> JudgedCounts) throws {
        let counts = try judge(try catalog.load(), try Terminal.chunks(of: file))
        if counts.refused > 0 { throw ExitStatus.findings }
    }
}

extension Terminal {
    /// Names a row that took no part on standard error.
    static func complain(_ row: RefusedRow) { complain(row.message) }
}

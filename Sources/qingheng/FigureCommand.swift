import ArgumentParser
import Gateway
import House
import Ledger
import Records

/// `figure`: one figure, as it is or as it was.
struct FigureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figure", abstract: "计算一个指标：现在的值，或截至台账某条记录的值")

    @OptionGroup var arguments: FigureArguments
    @OptionGroup var options: DataOptions
    @OptionGroup var keys: KeyOptions

    @Option(name: .customLong("as-of"), help: ArgumentHelp("截至台账第几条记录；不加为现在", valueName: "序号"))
    var asOf: Int64?

    @Flag(help: "输出 JSON")
    var json = false

    func run() async throws {
        let request = try arguments.request()
        let bureau = try await options.openForQuestions(keys: try keys.open())
        let answer = try await bureau.figure(request, asOf: asOf.map(AsOf.at) ?? .live)
        if json {
            try Terminal.write(try FigureOutput.json(answer).bytes() + [0x0A])
        } else {
            for line in FigureOutput.lines(answer) { Terminal.say(line) }
        }
    }
}

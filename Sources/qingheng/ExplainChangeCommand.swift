import ArgumentParser
import Gateway
import House
import Ledger

/// `explain-change`: why a figure is another one at a later record of the ledger.
struct ExplainChangeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain-change", abstract: "说明指标为何不同：迟到或补传数据、复核、范围变化、规则版本各占多少，精确相加")

    @OptionGroup var arguments: FigureArguments
    @OptionGroup var options: DataOptions
    @OptionGroup var keys: KeyOptions

    @Option(parsing: .upToNextOption, help: ArgumentHelp("台账的两条记录，先早后晚", valueName: "序号"))
    var between: [Int64]

    @Flag(help: "输出 JSON，列出全部记录")
    var json = false

    func validate() throws {
        guard between.count == 2, between[0] < between[1] else {
            throw ValidationError("--between 后写两个序号，先早后晚，如 --between 120 480")
        }
    }

    func run() async throws {
        let request = try arguments.request()
        let bureau = try await options.openForQuestions(keys: try keys.open())
        let change = try await bureau.explainChange(request, from: between[0], to: between[1])
        if json {
            try Terminal.write(try ChangeOutput.json(change, in: bureau.book).bytes() + [0x0A])
        } else {
            for line in ChangeOutput.lines(change, in: bureau.book) { Terminal.say(line) }
        }
    }
}

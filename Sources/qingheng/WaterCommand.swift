import ArgumentParser

struct WaterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "water", abstract: "地表水评价",
        subcommands: [WaterClassifyCommand.self, WaterPeriodCommand.self, WaterRankCommand.self])
}

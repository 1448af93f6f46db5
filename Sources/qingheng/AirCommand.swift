import ArgumentParser

struct AirCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "air", abstract: "空气质量计算",
        subcommands: [
            AirHourlyCommand.self, AirDailyCommand.self, AirPeriodCommand.self, AirRankCommand.self,
            AirCheckCommand.self,
        ])
}

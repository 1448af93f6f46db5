import ArgumentParser

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "导入监测数据（air、water）、一源一档的名单（sources）、其他系统的办件（matters）或检测报告（laboratory）",
        subcommands: [
            ImportReadingsCommand.self, ImportSourcesCommand.self, ImportMattersCommand.self,
            ImportLaboratoryCommand.self,
        ],
        defaultSubcommand: ImportReadingsCommand.self)
}

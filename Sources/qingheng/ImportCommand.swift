import ArgumentParser

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "导入监测数据（air、water）、一源一档的名单（sources）、企业标记与替代值（marks）、电子督办单（tickets）、检测报告（laboratory）或其他系统的办件（matters）",
        subcommands: [
            ImportReadingsCommand.self, ImportSourcesCommand.self, ImportMarksCommand.self, ImportTicketsCommand.self,
            ImportLaboratoryCommand.self, ImportMattersCommand.self,
        ],
        defaultSubcommand: ImportReadingsCommand.self)
}

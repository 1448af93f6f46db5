import ArgumentParser

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "导入监测数据（air、water）或一源一档的名单（sources）",
        subcommands: [ImportReadingsCommand.self, ImportSourcesCommand.self],
        defaultSubcommand: ImportReadingsCommand.self)
}

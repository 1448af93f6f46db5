import ArgumentParser
import Catalog
import Foundation
import House
import Judging
import Standards

struct StandardsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standards", abstract: "标准与规则：某日施行哪些、可信程度、内容", subcommands: [List.self, Show.self])

    /// What both commands share.
    struct Shared: ParsableArguments {
        @Option(help: ArgumentHelp("只列这一天施行的版本，如 2026-03-01；不写则列全部版本，并标明今日施行的", valueName: "日期"))
        var asOf: String?

        @OptionGroup
        var catalog: CatalogArguments

        @Flag(help: "以 JSON 输出")
        var json = false

        var day: CivilDate? { get throws { try DayArgument.read(asOf, "--as-of") } }

        func validate() throws { _ = try day }

        /// Prints the text, or the entries as one JSON object with the day.
        func print(_ entries: [StandardEntry], on day: CivilDate, text: (String) -> String) throws {
            guard json else { return Terminal.say(text(try self.day == nil ? "今日" : "日期")) }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            let answer = Answer(date: day.description, standards: entries)
            Terminal.say(String(decoding: try encoder.encode(answer), as: UTF8.self))
        }

        private struct Answer: Encodable {
            let date: String
            let standards: [StandardEntry]
        }
    }

    /// Today in Beijing: only said openly, never used to judge.
    static var today: CivilDate { SystemClock.now().beijingDate }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "列出标准与规则：编号、施行日期、可信程度、来源")

        @OptionGroup
        var shared: Shared

        @Option(help: ArgumentHelp("只列一类，如 air_index、ranking", valueName: "类别"))
        var kind: String?

        @Flag(help: "只列暂定（未核对原文）的")
        var provisional = false

        func validate() throws {
            guard let kind, !RuleCatalog.standardKinds.contains(where: { $0.key == kind }) else { return }
            let known = RuleCatalog.standardKinds.map { "\($0.key)（\($0.name)）" }.joined(separator: "、")
            throw ValidationError("没有“\(kind)”这一类。可用：\(known)")
        }

        func run() throws {
            let asOf = try shared.day
            let list = StandardsList(
                catalog: try shared.catalog.load(), day: asOf ?? StandardsCommand.today,
                selection: .init(kind: kind, onlyInForce: asOf != nil, onlyProvisional: provisional))
            try shared.print(list.entries, on: list.day, text: list.text)
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "显示一项标准或规则的全部版本和内容")

        @Argument(help: ArgumentHelp("编号或标准号，如 HJ633-2026、“GB 3838-2002”", valueName: "编号"))
        var id: String

        @OptionGroup
        var shared: Shared

        func run() throws {
            let asOf = try shared.day
            let sheet = try StandardSheet(
                id, in: try shared.catalog.load(), day: asOf ?? StandardsCommand.today, onlyInForce: asOf != nil)
            try shared.print(sheet.entries, on: sheet.day, text: sheet.text)
        }
    }
}

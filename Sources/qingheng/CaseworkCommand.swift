import ArgumentParser
import Casework
import Catalog
import Foundation
import House
import Standards

/// Procedures of law: which there are, and how they look.
struct CaseworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "casework", abstract: "办案程序：列出、画图", subcommands: [List.self, Draw.self])

    /// What both commands share.
    struct Shared: ParsableArguments {
        @Option(help: ArgumentHelp("这一天施行的版本，如 2026-03-01；不写则为今日", valueName: "日期"))
        var asOf: String?

        @OptionGroup
        var catalog: CatalogArguments

        func validate() throws { _ = try DayArgument.read(asOf, "--as-of") }

        var day: CivilDate {
            get throws { try DayArgument.read(asOf, "--as-of") ?? SystemClock.now().beijingDate }
        }

        var book: ProcedureBook { get throws { try ProcedureBook(catalog.load()) } }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "列出程序：编号、名称、类别、状态、步骤、时限和条件的个数")

        @OptionGroup
        var shared: Shared

        @Flag(help: "以 JSON 输出")
        var json = false

        func run() throws {
            let day = try shared.day
            let procedures = try shared.book.procedures.filter { $0.header.effective.contains(day) }
            guard json else {
                for procedure in procedures {
                    let guards = procedure.guardCounts
                    Terminal.say(
                        "\(procedure.id)  \(procedure.header.title)  \(procedure.family.title)  \(procedure.version)起  "
                            + "状态\(procedure.states.count) 步骤\(procedure.actions.count) 时限\(procedure.clocks.count) "
                            + "程序核验\(guards.checked) 人员确认\(guards.attested)")
                }
                return Terminal.say("\(day) 施行的程序 \(procedures.count) 个")
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            let answer = Answer(date: day.description, procedures: procedures.map(Entry.init))
            Terminal.say(String(decoding: try encoder.encode(answer), as: UTF8.self))
        }

        private struct Answer: Encodable {
            let date: String
            let procedures: [Entry]
        }

        private struct Entry: Encodable {
            let id: String
            let title: String
            let family: String
            let version: String
            let confidence: String
            let states: Int
            let actions: Int
            let clocks: Int
            let checked: Int
            let attested: Int

            init(_ procedure: Procedure) {
                id = procedure.id
                title = procedure.header.title
                family = procedure.family.rawValue
                version = procedure.version.description
                confidence = procedure.header.confidence.rawValue
                states = procedure.states.count
                actions = procedure.actions.count
                clocks = procedure.clocks.count
                checked = procedure.guardCounts.checked
                attested = procedure.guardCounts.attested
            }
        }
    }

    struct Draw: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "draw", abstract: "画出一个程序：Mermaid 文本，或经 graphviz 画成 SVG",
            discussion: "虚线为退回；步骤后括号内是它完成的时限。")

        @Argument(help: ArgumentHelp("程序编号，如 PEN-GENERAL", valueName: "编号"))
        var id: String

        @Option(help: ArgumentHelp("mermaid、dot 或 svg（须装有 graphviz）", valueName: "格式"))
        var format = "mermaid"

        @OptionGroup
        var shared: Shared

        func validate() throws {
            guard ["mermaid", "dot", "svg"].contains(format) else {
                throw ValidationError("--format 的“\(format)”应为 mermaid、dot 或 svg")
            }
        }

        func run() throws {
            let drawing = ProcedureDrawing(try shared.book.procedure(id.uppercased(), on: shared.day))
            switch format {
            case "svg": try Terminal.write(Array(Graphviz.svg(of: drawing.dot)))
            case "dot": try Terminal.write(Array(drawing.dot.utf8))
            default: try Terminal.write(Array(drawing.mermaid.utf8))
            }
        }
    }
}

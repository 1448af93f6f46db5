import ArgumentParser
import Catalog
import Examining
import Foundation
import House
import Standards

extension ReportCommand {
    /// What in reports cannot be right, or needs a word of explanation.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "核对报告：百分比与件数、合计、列举、编号、法律名称与效力、单位等",
            discussion: "读 .txt、.md、.docx 和 .pdf（需要 poppler 的 pdftotext）；- 为标准输入的文本。"
                + "有错误或警告时退出码为 1；提示不算。核对通过的数用 --confirmed 列出。")

        @Argument(help: ArgumentHelp("报告文件", valueName: "文件"))
        var files: [String]

        @Option(help: ArgumentHelp("报告的日期，法律和标准的效力按这一天判断；不加取自报告", valueName: "日期"))
        var date: String?

        @Flag(help: "PDF 按页面版式取文本")
        var layout = false

        @Flag(help: "也列出核对通过的内容")
        var confirmed = false

        @OptionGroup var catalog: CatalogArguments

        @Flag(help: "以 JSON 输出，每个文件一行")
        var json = false

        func validate() throws { _ = try DayArgument.read(date, "--date") }

        func run() throws {
            let rules = try ExaminingRules(try catalog.load())
            let day = try DayArgument.read(date, "--date")
            var hasFaults = false
            for file in files {
                let examination = Examination(of: try lines(of: file), date: day, rules: rules)
                hasFaults = hasFaults || examination.hasFaults
                if json { try print(examination, of: file) } else { say(examination, of: file) }
            }
            if hasFaults { throw ExitStatus.findings }
        }

        private func lines(of path: String) throws -> [String] {
            switch URL(fileURLWithPath: path).pathExtension.lowercased() {
            case "docx": return try ReportLines.ofDocx(try bytes(of: path))
            case "pdf":
                let bytes = try PDFText.bytes(of: path, isLaidOut: layout)
                guard let lines = ReportLines.ofPages(bytes) else { throw HouseError(.unreadablePDF, detail: path) }
                return lines
            case "doc", "wps", "rtf", "odt", "xlsx", "xls": throw HouseError(.unknownReportForm, detail: path)
            default: return try text(try bytes(of: path), of: path)
            }
        }

        private func bytes(of path: String) throws -> [UInt8] {
            let bytes = try Terminal.bytes(of: path)
            guard bytes.count <= ReportLines.maximumBytes else { throw HouseError(.reportTooLarge, detail: path) }
            return bytes
        }

        private func text(_ bytes: [UInt8], of path: String) throws -> [String] {
            guard let lines = ReportLines.ofText(bytes) else { throw HouseError(.notUnicode, detail: path) }
            return lines
        }

        private func say(_ examination: Examination, of file: String) {
            for finding in examination.findings {
                let place = "\(file):\(finding.line):\(finding.column)"
                Terminal.say(
                    "\(place) \(finding.severity.name) \(finding.kind.name) “\(finding.text)”：\(finding.message)")
            }
            if confirmed {
                for check in examination.confirmed {
                    Terminal.say(
                        "\(file):\(check.line):\(check.column) 相符 \(check.kind.name) “\(check.text)”：\(check.computed)")
                }
            }
            let counts = FindingSeverity.allCases.map { "\($0.name) \(examination.count($0))" }
            Terminal.say("\(file)：\(counts.joined(separator: "，"))，核对相符 \(examination.confirmed.count)")
        }

        private struct Answer: Encodable {
            let file: String
            let findings: [ReportFinding]
            let confirmed: [ConfirmedCheck]
        }

        private func print(_ examination: Examination, of file: String) throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let answer = Answer(file: file, findings: examination.findings, confirmed: examination.confirmed)
            Terminal.say(String(decoding: try encoder.encode(answer), as: UTF8.self))
        }
    }
}

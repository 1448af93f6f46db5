import ArgumentParser
import Documents
import Examining
import Foundation
import House

extension ReportCommand {
    /// How a document is set, against the standard of official documents.
    struct CheckFormat: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check-format", abstract: "对照 GB/T 9704-2012 测量公文格式（docx）",
            discussion: "任何来源的 .docx 都可以测量。逐项列出条款、位置、实际和应为；有错误时退出码为 1，警告和提示不算。"
                + "文件里没有写明的（如由图形画出的线）测不出来，会如实说明。")

        @Argument(help: ArgumentHelp("公文文件（.docx）", valueName: "文件"))
        var files: [String]

        @OptionGroup var catalog: CatalogArguments

        @Flag(help: "以 JSON 输出，每个文件一行")
        var json = false

        func run() throws {
            let rules = try FormatRules(try catalog.load())
            var hasErrors = false
            for file in files {
                guard URL(fileURLWithPath: file).pathExtension.lowercased() == "docx" else {
                    throw HouseError(.unknownFormatForm, detail: file)
                }
                let bytes = try Terminal.bytes(of: file)
                guard bytes.count <= ReportLines.maximumBytes else { throw HouseError(.reportTooLarge, detail: file) }
                let examination = FormatExamination(of: try DocxAnatomist().read(bytes), rules: rules)
                hasErrors = hasErrors || examination.hasErrors
                if json { try print(examination, of: file) } else { say(examination, of: file) }
            }
            if hasErrors { throw ExitStatus.findings }
        }

        private func say(_ examination: FormatExamination, of file: String) {
            let measured = examination.measured
            let lines = measured.linesPerPage.map(String.init) ?? "未定"
            let characters = measured.charactersPerLine.map(String.init) ?? "未定"
            Terminal.say(
                "\(file)：\(measured.form)格式，版心 \(measured.textWidth) mm × \(measured.textHeight) mm，"
                    + "每面 \(lines) 行，每行 \(characters) 字")
            for finding in examination.findings {
                let places = finding.count > 1 ? "\(finding.place)等 \(finding.count) 处" : finding.place
                Terminal.say(
                    "\(file) \(finding.severity.name) [\(finding.clause)] \(finding.kind.name) "
                        + "\(places)：\(finding.found)；应为\(finding.wanted)")
            }
            let counts = FindingSeverity.allCases.map { "\($0.name) \(examination.count($0))" }
            Terminal.say("\(file)：\(counts.joined(separator: "，"))")
        }

        private struct Answer: Encodable {
            let file: String
            let standard: String
            let measured: FormatExamination.Measured
            let findings: [FormatFinding]
        }

        private func print(_ examination: FormatExamination, of file: String) throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let answer = Answer(
                file: file, standard: "GB/T 9704-2012", measured: examination.measured, findings: examination.findings)
            Terminal.say(String(decoding: try encoder.encode(answer), as: UTF8.self))
        }
    }
}

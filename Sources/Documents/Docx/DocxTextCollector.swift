internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// Collects paragraphs and tables while the main part is parsed.
final class DocxTextCollector: NSObject, XMLParserDelegate {
    private(set) var blocks: [DocxText.Block] = []

    /// A paragraph being read. They nest: a text box stands inside a paragraph.
    private struct OpenParagraph {
        var text = ""
        var style: String?
    }

    private var paragraphs: [OpenParagraph] = []
    /// Rows of the outermost table; tables inside a cell are read into its text.
    private var rows: [[DocxText.Cell]] = []
    private var cell: (lines: [String], columns: Int, isContinued: Bool)?
    private var tableDepth = 0
    private var isInText = false
    /// `w:tab` is also the name of a tab stop in a paragraph's properties.
    private var isInTabStops = false
    /// Above zero inside what must not be read: deletions, and the second telling of a drawing for older programs.
    private var skipped = 0

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if skipped > 0 || elementName == "w:del" || elementName == "w:moveFrom" || elementName == "mc:Fallback" {
            skipped += 1
            return
        }
        switch elementName {
        case "w:p": paragraphs.append(OpenParagraph())
        case "w:pStyle": setStyle(attributes["w:val"])
        case "w:t": isInText = true
        case "w:br", "w:cr": append("\n")
        case "w:tab" where !isInTabStops: append("\t")
        case "w:noBreakHyphen": append("-")
        case "w:tabs": isInTabStops = true
        case "w:tbl": tableDepth += 1
        case "w:tr" where tableDepth == 1: rows.append([])
        case "w:tc" where tableDepth == 1: cell = ([], 1, false)
        case "w:gridSpan" where tableDepth == 1: cell?.columns = Int(attributes["w:val"] ?? "") ?? 1
        case "w:vMerge" where tableDepth == 1: cell?.isContinued = attributes["w:val"] != "restart"
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if isInText, skipped == 0 { append(string) }
    }

    func parser(
        _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
    ) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch elementName {
        case "w:p": endParagraph()
        case "w:t": isInText = false
        case "w:tabs": isInTabStops = false
        case "w:tc" where tableDepth == 1: endCell()
        case "w:tbl": endTable()
        default: break
        }
    }

    private func append(_ text: String) {
        guard !paragraphs.isEmpty else { return }
        paragraphs[paragraphs.count - 1].text += text
    }

    private func setStyle(_ style: String?) {
        guard !paragraphs.isEmpty else { return }
        paragraphs[paragraphs.count - 1].style = style
    }

    private func endParagraph() {
        guard let paragraph = paragraphs.popLast() else { return }
        if cell != nil {
            cell?.lines.append(paragraph.text)
        } else {
            blocks.append(.paragraph(.init(text: paragraph.text, style: paragraph.style)))
        }
    }

    private func endCell() {
        guard let cell, !rows.isEmpty else { return }
        let text = cell.lines.joined(separator: "\n")
        rows[rows.count - 1].append(.init(text: text, columns: cell.columns, isContinued: cell.isContinued))
        self.cell = nil
    }

    private func endTable() {
        tableDepth -= 1
        guard tableDepth == 0 else { return }
        blocks.append(.table(rows))
        rows = []
    }
}

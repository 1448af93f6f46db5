import Documents

/// A sealed docx as a page: what the file says, without anything that is not in it.
package enum SealedPage {
    /// The body of an article.
    ///
    /// - Throws: `DocumentError` for a file that cannot be read.
    package static func html(of docx: [UInt8]) throws -> String {
        let text = try DocxReader().read(docx)
        var html = ""
        for block in text.blocks {
            switch block {
            case .paragraph(let paragraph):
                guard paragraph.text.contains(where: { !$0.isWhitespace }) else { continue }
                let (name, style) = element(of: paragraph.style)
                html += "<\(name)\(style.map { " class=\"\($0)\"" } ?? "")>\(escaped(paragraph.text))</\(name)>\n"
            case .table(let rows): html += table(rows)
            }
        }
        return html
    }

    /// By the styles of `DocxStyles`; those of other programs are paragraphs.
    private static func element(of style: String?) -> (name: String, style: String?) {
        switch style {
        case "Title": ("h1", nil)
        case "Heading1": ("h2", nil)
        case "Heading2": ("h3", nil)
        case "Heading3", "Heading4": ("h4", nil)
        case "Issuer": ("p", "issuer")
        case "DocumentNumber": ("p", "number")
        case "Signature", "SignatureStart": ("p", "right")
        case "Caption", "PictureCaption": ("p", "caption")
        case "Note", "Reference": ("p", "note")
        default: ("p", nil)
        }
    }

    private static func table(_ rows: [[DocxText.Cell]]) -> String {
        var html = "<div class=\"scroll\" role=\"region\" aria-label=\"表格\" tabindex=\"0\"><table>\n"
        for row in rows {
            html += "<tr>"
            for cell in row {
                let span = cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : ""
                html += "<td\(span)>\(cell.isContinued ? "" : escaped(cell.text))</td>"
            }
            html += "</tr>\n"
        }
        return html + "</table></div>\n"
    }

    package static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "<br>"
            default: result.append(character)
            }
        }
        return result
    }
}

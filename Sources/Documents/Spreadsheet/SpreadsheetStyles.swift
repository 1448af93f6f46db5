internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// Which styles of cells show a number as a day: `styles.xml`.
final class SpreadsheetStyles: SpreadsheetPart {
    /// The numbers of formats that every program knows as days or times (ISO/IEC 29500-1, 18.8.30, with those of Chinese).
    private static let knownFormats: Set<Int> = Set(14...22).union(27...36).union(45...47).union(50...58)

    private(set) var dateStyles: Set<Int> = []
    private var ownFormats: Set<Int> = []
    private var isInCellStyles = false
    private var count = 0

    override func begin(_ element: Substring, _ attributes: [String: String], _ parser: XMLParser) {
        switch element {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
                return
            }
            if Self.isDate(code) { ownFormats.insert(id) }
        case "cellXfs": isInCellStyles = true
        case "xf" where isInCellStyles:
            let format = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            if Self.knownFormats.contains(format) || ownFormats.contains(format) { dateStyles.insert(count) }
            count += 1
        default: break
        }
    }

    override func end(_ element: Substring) {
        if element == "cellXfs" { isInCellStyles = false }
    }

    /// Whether a format shows a day: it names a year, month, day or hour outside quotes and brackets.
    private static func isDate(_ code: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if character == "\"" {
                isQuoted.toggle()
            } else if isQuoted {
                continue
            } else if character == "[" || character == "]" {
                isBracketed = character == "["
            } else if character == "\\" {
                isEscaped = true
            } else if !isBracketed, "ymdh".contains(character) {
                return true
            }
        }
        return false
    }
}

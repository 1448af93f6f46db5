internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// The texts that cells refer to by number: `sharedStrings.xml`.
final class SpreadsheetTexts: SpreadsheetPart {
    private(set) var texts: [String] = []
    private var isInText = false
    /// Inside phonetic readings, which are no part of the text.
    private var isInReading = false

    override func begin(_ element: Substring, _ attributes: [String: String], _ parser: XMLParser) {
        switch element {
        case "si": texts.append("")
        case "t": isInText = true
        case "rPh": isInReading = true
        default: break
        }
    }

    override func end(_ element: Substring) {
        switch element {
        case "t": isInText = false
        case "rPh": isInReading = false
        default: break
        }
    }

    override func text(_ text: String) {
        guard isInText, !isInReading, !texts.isEmpty else { return }
        texts[texts.count - 1] += text
    }
}

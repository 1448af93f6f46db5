internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// The sheets of a workbook in their order and where they lie: `workbook.xml`, then its relationships.
final class SpreadsheetFrame: SpreadsheetPart {
    private(set) var countsFrom1904 = false
    private var sheets: [(name: String, relation: String)] = []
    private var targets: [String: String] = [:]

    /// Name and path of the first sheet in sight.
    var firstSheet: (name: String, path: String)? {
        guard let first = sheets.first, let target = targets[first.relation] else { return nil }
        return (first.name, target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target)
    }

    override func begin(_ element: Substring, _ attributes: [String: String], _ parser: XMLParser) {
        switch element {
        case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
        case "sheet":
            guard attributes["state"] == nil || attributes["state"] == "visible" else { return }
            let relation = attributes.first { $0.key.hasSuffix(":id") }?.value ?? ""
            sheets.append((attributes["name"] ?? "", relation))
        case "Relationship":
            if let id = attributes["Id"], let target = attributes["Target"] { targets[id] = target }
        default: break
        }
    }
}

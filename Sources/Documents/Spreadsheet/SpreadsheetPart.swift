internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// Collects what is needed of one part of a workbook while it is parsed.
class SpreadsheetPart: NSObject, XMLParserDelegate {
    /// Why reading was broken off; nil while all is well.
    var fault: DocumentError?

    /// The name of an element without the prefix that some programs give it (`x:row`).
    static func bare(_ name: String) -> Substring { name.split(separator: ":").last ?? "" }

    func begin(_ element: Substring, _ attributes: [String: String], _ parser: XMLParser) {}
    func end(_ element: Substring) {}
    func text(_ text: String) {}

    final func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) { begin(Self.bare(elementName), attributes, parser) }

    final func parser(
        _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
    ) { end(Self.bare(elementName)) }

    final func parser(_ parser: XMLParser, foundCharacters string: String) { text(string) }
}

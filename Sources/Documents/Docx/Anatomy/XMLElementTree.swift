internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// A small XML tree, for the parts of office files that are asked from many sides.
final class XMLElementTree {
    let name: String
    let attributes: [String: String]
    var children: [XMLElementTree] = []
    var text = ""

    init(name: String, attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    /// The root of a part.
    ///
    /// - Throws: `DocumentError` with `.malformedPart`, also for trees deeper than a document can be.
    static func parse(_ bytes: [UInt8], named path: String) throws(DocumentError) -> XMLElementTree {
        let builder = Builder()
        if let line = MarkupParsing.fault(in: bytes, with: builder) {
            throw DocumentError(.malformedPart, line: line, value: path)
        }
        guard let root = builder.root, !builder.isTooDeep else {
            throw DocumentError(.malformedPart, line: 1, value: path)
        }
        return root
    }

    func first(_ name: String) -> XMLElementTree? { children.first { $0.name == name } }
    func all(_ name: String) -> [XMLElementTree] { children.filter { $0.name == name } }
    subscript(attribute: String) -> String? { attributes[attribute] }

    /// A number of an attribute; decimals, which some programs write, are cut.
    func integer(_ attribute: String) -> Int? {
        guard let text = attributes[attribute] else { return nil }
        return Int(text) ?? Double(text).flatMap { $0.magnitude < 1e9 ? Int($0) : nil }
    }

    /// What a switch such as `<w:b/>` says.
    func flag(_ name: String) -> Bool? {
        guard let element = first(name) else { return nil }
        return !["0", "false", "off", "none"].contains(element["w:val"] ?? "1")
    }

    private final class Builder: NSObject, XMLParserDelegate {
        /// Tables in tables in text boxes reach some dozens.
        private static let deepest = 512
        var root: XMLElementTree?
        var isTooDeep = false
        private var open: [XMLElementTree] = []

        func parser(
            _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            let element = XMLElementTree(name: elementName, attributes: attributes)
            open.last?.children.append(element)
            if root == nil { root = element }
            open.append(element)
            if open.count > Self.deepest {
                isTooDeep = true
                parser.abortParsing()
            }
        }

        func parser(
            _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
        ) {
            open.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.text += string }
    }
}

import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An XML document as a tree, read by Foundation's parser: a check that no one here wrote.
final class XMLTree {
    let name: String
    let attributes: [String: String]
    private(set) var children: [XMLTree] = []
    /// Text directly inside.
    private(set) var ownText = ""

    private init(name: String, attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    /// The root element.
    static func parse(_ bytes: [UInt8]) throws -> XMLTree {
        let builder = Builder()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = builder
        guard parser.parse(), let root = builder.root else {
            throw Malformed(line: parser.lineNumber, reason: parser.parserError?.localizedDescription ?? "")
        }
        return root
    }

    static func parse(_ text: String) throws -> XMLTree { try parse(Array(text.utf8)) }

    struct Malformed: Error {
        var line: Int
        var reason: String
    }

    /// This element and all below it, in document order.
    var all: [XMLTree] { [self] + children.flatMap(\.all) }

    func all(_ name: String) -> [XMLTree] { all.filter { $0.name == name } }
    func first(_ name: String) -> XMLTree? { all.first { $0.name == name } }
    func children(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }
    /// All text below.
    var text: String { ownText + children.map(\.text).joined() }
    subscript(attribute: String) -> String? { attributes[attribute] }

    private final class Builder: NSObject, XMLParserDelegate {
        var root: XMLTree?
        private var open: [XMLTree] = []

        func parser(
            _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            let element = XMLTree(name: elementName, attributes: attributes)
            open.last?.children.append(element)
            if root == nil { root = element }
            open.append(element)
        }

        func parser(
            _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
        ) {
            open.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            open.last?.ownText += string
        }
    }
}

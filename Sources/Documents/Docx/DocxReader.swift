internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// Reads the text and tables of a .docx file. The file comes from outside: sizes are bounded, entities refused.
package struct DocxReader: Sendable {
    /// Most entries of the archive.
    package var maximumEntries: Int
    /// Most bytes of the text part, unpacked.
    package var maximumBytes: Int

    package init(maximumEntries: Int = 10_000, maximumBytes: Int = 128 * 1_024 * 1_024) {
        self.maximumEntries = maximumEntries
        self.maximumBytes = maximumBytes
    }

    /// The text of the file's main part.
    ///
    /// - Throws: `DocumentError.archiveFailed`, `.tooManyEntries`, `.expandsTooFar`, `.missingPart`, `.malformedPart`.
    package func read(_ bytes: [UInt8]) throws(DocumentError) -> DocxText {
        let top = DocxMainPart()
        try parse(try part("_rels/.rels", of: bytes), named: "_rels/.rels", with: top)
        let path = top.path ?? "word/document.xml"
        let collector = DocxTextCollector()
        try parse(try part(path, of: bytes), named: path, with: collector)
        return DocxText(blocks: collector.blocks)
    }

    private func part(_ path: String, of bytes: [UInt8]) throws(DocumentError) -> [UInt8] {
        // XML of repeated table cells packs well: honest reports reach 1 to 100, bombs begin at about 1 to 1000.
        let limits = ZipArchive.Limits(entries: maximumEntries, totalBytes: maximumBytes, ratio: 500)
        let found = try ZipArchive.read(bytes, limits: limits) { $0 == path }
        guard let entry = found.first else { throw DocumentError(.missingPart, value: path) }
        return entry.bytes
    }

    private func parse(
        _ bytes: [UInt8], named path: String, with delegate: any XMLParserDelegate
    ) throws(DocumentError) {
        if let line = MarkupParsing.fault(in: bytes, with: delegate) {
            throw DocumentError(.malformedPart, line: line, value: path)
        }
    }
}

/// Finds the main part's path in the package's relationships.
private final class DocxMainPart: NSObject, XMLParserDelegate {
    var path: String?

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        guard elementName == "Relationship", attributes["Type"]?.hasSuffix("/officeDocument") == true else { return }
        path = attributes["Target"].map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
    }
}

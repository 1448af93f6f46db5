internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// Parses parts of office files that came from outside.
enum MarkupParsing {
    /// - Returns: nil when all went well, else the line where it is no markup of ours.
    static func fault(in bytes: [UInt8], with delegate: any XMLParserDelegate) -> Int? {
        // The format has no document types (ISO/IEC 29500-2, 9.1.4), so no entity can multiply or fetch anything.
        // A zero byte means UTF-16 or UTF-32, in which the search would miss them; no known program writes those.
        guard bytes.firstRange(of: Array("<!DOCTYPE".utf8)) == nil, !bytes.prefix(64).contains(0) else { return 1 }
        let parser = XMLParser(data: Data(bytes))
        parser.shouldResolveExternalEntities = false
        parser.delegate = delegate
        // Some faults are told without ending the parse.
        return parser.parse() && parser.parserError == nil ? nil : max(1, parser.lineNumber)
    }
}

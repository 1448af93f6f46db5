/// Reads how a .docx file is set. The file comes from outside: sizes are bounded, entities refused.
package struct DocxAnatomist: Sendable {
    /// Most entries of the archive.
    package var maximumEntries: Int
    /// Most bytes of a part, unpacked.
    package var maximumBytes: Int

    package init(maximumEntries: Int = 10_000, maximumBytes: Int = 64 * 1_024 * 1_024) {
        self.maximumEntries = maximumEntries
        self.maximumBytes = maximumBytes
    }

    /// - Throws: `DocumentError.archiveFailed`, `.tooManyEntries`, `.expandsTooFar`, `.missingPart`, `.malformedPart`.
    package func read(_ bytes: [UInt8]) throws(DocumentError) -> DocxAnatomy {
        let parts = try parts(of: bytes)
        let path = try main(parts)
        guard let document = try root(path, parts), let body = document.first("w:body") else {
            throw DocumentError(.missingPart, value: path)
        }
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let relationships = try root("\(folder)/_rels/\(name).rels", parts)
        var targets: [String: String] = [:]
        var kinds: [String: String] = [:]
        for relationship in relationships?.all("Relationship") ?? [] {
            guard let id = relationship["Id"], let target = relationship["Target"] else { continue }
            let full = target.hasPrefix("/") ? String(target.dropFirst()) : "\(folder)/\(target)"
            targets[id] = full
            let kind = relationship["Type"]?.split(separator: "/").last.map(String.init) ?? ""
            if kinds[kind] == nil { kinds[kind] = full }
        }
        let theme = DocxTheme(try kinds["theme"].flatMap { path throws(DocumentError) in try root(path, parts) })
        let looks = DocxLooks(
            try kinds["styles"].flatMap { path throws(DocumentError) in try root(path, parts) }, theme: theme)
        let settings = try kinds["settings"].flatMap { path throws(DocumentError) in try root(path, parts) }
        var walk = DocxWalk(looks: looks, targets: targets)
        walk.walk(body)
        var margins: [String: [DocxAnatomy.Paragraph]] = [:]
        for part in Set(walk.sections.flatMap(\.margins.values)) {
            guard let root = try root(part, parts) else { continue }
            var inner = DocxWalk(looks: looks, targets: [:])
            inner.walk(root)
            margins[part] = inner.paragraphs
        }
        return DocxAnatomy(
            sections: walk.sections, paragraphs: walk.paragraphs, margins: margins,
            hasEvenPages: settings?.flag("w:evenAndOddHeaders") ?? false,
            hasMirroredMargins: settings?.flag("w:mirrorMargins") ?? false)
    }

    private func parts(of bytes: [UInt8]) throws(DocumentError) -> [String: [UInt8]] {
        let limits = ZipArchive.Limits(entries: maximumEntries, totalBytes: maximumBytes, ratio: 500)
        let found = try ZipArchive.read(bytes, limits: limits) { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") }
        return Dictionary(found.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }

    private func root(_ path: String, _ parts: [String: [UInt8]]) throws(DocumentError) -> XMLElementTree? {
        guard let bytes = parts[path] else { return nil }
        return try XMLElementTree.parse(bytes, named: path)
    }

    private func main(_ parts: [String: [UInt8]]) throws(DocumentError) -> String {
        guard let root = try root("_rels/.rels", parts) else {
            throw DocumentError(.missingPart, value: "_rels/.rels")
        }
        let found = root.all("Relationship").first { $0["Type"]?.hasSuffix("/officeDocument") == true }
        let target = found?["Target"] ?? "word/document.xml"
        return target.hasPrefix("/") ? String(target.dropFirst()) : target
    }
}

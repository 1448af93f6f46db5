/// Writes a paper as Office Open XML (ISO/IEC 29500, transitional) for Word, WPS and LibreOffice.
///
/// The same paper gives the same bytes: nothing depends on clock, machine or order of hashing.
package struct DocxWriter: Sendable {
    /// Where the site is, such as `https://example.gov.cn`, for links that begin with `/`; without it such links are
    /// plain text, since a file on a desk knows no site.
    package var siteAddress: String?
    /// Makes PNG of a drawing; Word shows no SVG. The room starts no programs itself.
    package var rasterise: (@Sendable (Drawing) throws -> [UInt8])?

    package init(siteAddress: String? = nil, rasterise: (@Sendable (Drawing) throws -> [UInt8])? = nil) {
        self.siteAddress = siteAddress
        self.rasterise = rasterise
    }

    /// The bytes of the .docx file.
    ///
    /// - Throws: `DocumentError` for tables whose cells do not fit their columns, unknown anchors and references,
    ///   images that are not PNG; what `rasterise` throws.
    package func write(_ paper: Paper) throws -> [UInt8] {
        let frame = DocxFrame(paper)
        var body = DocxBody(paper: paper, index: try PaperIndex(paper), settings: self, frame: frame)
        let document = try body.document()
        var parts = frame.parts
        parts.insert(DocxPart("word/document.xml", type: DocxPart.wordType("document.main"), document), at: 0)
        return try ZipArchive.write(package(parts, body.relationships, body.media))
    }

    /// The files of the package in the order Word itself uses: content types first.
    private func package(
        _ parts: [DocxPart], _ relationships: DocxRelationships, _ media: [ZipArchive.Entry]
    ) -> [ZipArchive.Entry] {
        let top = DocxRelationships([
            .init(type: DocxRelationships.office + "officeDocument", target: "word/document.xml"),
            .init(type: DocxRelationships.coreProperties, target: "docProps/core.xml"),
            .init(type: DocxRelationships.office + "extended-properties", target: "docProps/app.xml"),
        ])
        var entries = [entry("[Content_Types].xml", contentTypes(parts, hasImages: !media.isEmpty))]
        entries.append(entry("_rels/.rels", top.xml))
        entries.append(contentsOf: parts.prefix(1).map { entry($0.path, $0.xml) })
        entries.append(entry("word/_rels/document.xml.rels", relationships.xml))
        entries.append(contentsOf: parts.dropFirst().map { entry($0.path, $0.xml) })
        return entries + media
    }

    private func entry(_ path: String, _ xml: MarkupWriter) -> ZipArchive.Entry {
        ZipArchive.Entry(path: path, bytes: Array(xml.text.utf8))
    }

    private func contentTypes(_ parts: [DocxPart], hasImages: Bool) -> MarkupWriter {
        var xml = MarkupWriter()
        xml.declaration()
        xml.element("Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"]) { xml in
            let relationships = "application/vnd.openxmlformats-package.relationships+xml"
            xml.empty("Default", ["Extension": "rels", "ContentType": relationships])
            xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
            if hasImages { xml.empty("Default", ["Extension": "png", "ContentType": "image/png"]) }
            for part in parts {
                xml.empty("Override", ["PartName": "/" + part.path, "ContentType": part.contentType])
            }
        }
        return xml
    }
}

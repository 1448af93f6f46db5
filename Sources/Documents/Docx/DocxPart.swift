/// One XML file of the package.
struct DocxPart {
    var path: String
    var contentType: String
    var xml: MarkupWriter

    init(_ path: String, type contentType: String, _ xml: MarkupWriter) {
        self.path = path
        self.contentType = contentType
        self.xml = xml
    }

    /// The content type of a WordprocessingML part.
    static func wordType(_ name: String) -> String {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.\(name)+xml"
    }

    /// A WordprocessingML part with its declaration and root element.
    static func word(
        _ path: String, type: String, root: String, _ body: (inout MarkupWriter) -> Void
    ) -> DocxPart {
        var xml = MarkupWriter()
        xml.declaration()
        xml.element(root, ["xmlns:w": mainNamespace, "xmlns:r": relationshipNamespace], body)
        return DocxPart(path, type: wordType(type), xml)
    }

    static let mainNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
}

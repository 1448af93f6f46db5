import Mustache

/// The templates of the site, read once at the start.
struct PageTemplates: Sendable {
    private let library: MustacheLibrary

    /// Reads the folder `Templates`.
    ///
    /// - Throws: `SiteError` when the folder or one of `PageTemplate` is not there, `MustacheTemplate.ParserError`.
    init() throws {
        MustacheContentTypes.register(PageEscaping(), named: PageEscaping.name)
        var library = MustacheLibrary()
        let suffix = ".mustache"
        for (path, bytes) in try SiteFiles.contents(of: SiteFiles.folder("Templates")) where path.hasSuffix(suffix) {
            // Partials begin anew with the library's escaping, so each file asks for ours.
            let text = "{{% CONTENT_TYPE: \(PageEscaping.name)}}" + String(decoding: bytes, as: UTF8.self)
            try library.register(text, named: String(path.dropLast(suffix.count)))
        }
        for template in PageTemplate.allCases where library.getTemplate(named: template.rawValue) == nil {
            throw SiteError(.missingFile, subject: template.rawValue, detail: template.rawValue + suffix)
        }
        self.library = library
    }

    /// The page as HTML.
    ///
    /// - Throws: `SiteError` with `.missingFile` for a template that is not there.
    func render(_ page: any Sendable, as template: PageTemplate) throws(SiteError) -> String {
        guard let html = library.render(page, withTemplate: template.rawValue) else {
            throw SiteError(.missingFile, subject: template.rawValue, detail: template.rawValue)
        }
        return html
    }
}

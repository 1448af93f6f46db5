internal import Foundation

/// Shows a paper as a fragment of HTML: semantic elements and class names, no script, no inline style.
///
/// The site's style sheet gives the looks; classes begin with `paper-`, `align-` or `tone-`.
package struct HTMLRenderer: Sendable {
    /// The level of the title (`h1`…`h6`); headings follow below it.
    package var titleLevel: Int
    /// Put before every id, where several papers stand on one page.
    package var idPrefix: String
    /// Where the n-th PNG of the paper (from 1) can be fetched; without it, or for `nil`, it is put in as a data URL.
    package var imageAddress: (@Sendable (Int) -> String?)?

    package init(
        titleLevel: Int = 1, idPrefix: String = "", imageAddress: (@Sendable (Int) -> String?)? = nil
    ) {
        self.titleLevel = titleLevel
        self.idPrefix = idPrefix
        self.imageAddress = imageAddress
    }

    /// An `<article>` with all blocks.
    ///
    /// - Throws: `DocumentError` for tables whose cells do not fit, unknown anchors and references, bad images.
    package func render(_ paper: Paper) throws -> String {
        var body = HTMLBody(settings: self, index: try PaperIndex(paper))
        var html = MarkupWriter()
        try html.element("article", ["class": "paper", "lang": "zh-CN"]) { html throws in
            if let banner = paper.banner {
                html.element("p", ["class": "paper-banner", "role": "note"], text: banner)
            }
            for block in paper.blocks { try body.write(block, &html) }
        }
        return html.text
    }

    /// An id in the page for a name of the paper; ids hold no white space.
    func id(_ name: String) -> String {
        idPrefix + String(name.map { $0.isWhitespace ? "-" : $0 })
    }

    /// The bytes as a data URL.
    static func dataAddress(png bytes: [UInt8]) -> String {
        "data:image/png;base64," + Data(bytes).base64EncodedString()
    }
}

/// What a letter (信函) has outside its text: the issuer above the first page's text, red double lines of 170 mm
/// (GB/T 9704-2012, 10.1).
extension DocxFrame {
    private static let red = "FF0000"
    /// The lines are 170 mm long, in the middle of a page of 210 mm.
    private static let lineStart = PageGeometry.twips(millimetres: 20)
    private static let lineLength = PageGeometry.twips(millimetres: 170)
    private static let bannerLine = PageGeometry.twips(millimetres: 8)

    /// The head, when the paper is a letter.
    var letter: OfficialHead? {
        guard case .officialHead(let head) = paper.blocks.first, head.form == .letter else { return nil }
        return head
    }

    /// Where the header begins, from the upper edge of the page: the issuer's letters stand 30 mm below it.
    var headerDistance: Int? {
        guard letter != nil else { return nil }
        return PageGeometry.twips(millimetres: 30) - (paper.banner == nil ? 0 : Self.bannerLine)
    }

    /// The header or footer of a letter's first page, which has no number.
    func firstPage(_ element: String, _ xml: inout MarkupWriter) {
        if element == "footer" { return lowerLine(&xml) }
        if paper.banner != nil { banner(&xml, line: Self.bannerLine) }
        let name = letter?.issuers.first ?? ""
        let size = DocxBody.issuerSize(name, width: PageGeometry.textWidth)
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                xml.empty("w:pStyle", ["w:val": "Issuer"])
                xml.element("w:pBdr") { xml in
                    // 4 mm below the letters; thick above, thin below.
                    xml.empty(
                        "w:bottom",
                        ["w:val": "thickThinSmallGap", "w:sz": "24", "w:space": "11", "w:color": Self.red])
                }
                xml.empty("w:spacing", ["w:line": String(size * 12), "w:lineRule": "exact"])
                indents(&xml)
            }
            DocxBody.issuer(name, size: size, &xml)
        }
    }

    /// Where the footer of a letter ends, from the lower edge of the page: on its first page at the red line.
    var footerDistance: Int? { letter == nil ? nil : PageGeometry.twips(millimetres: 20) }

    /// What lifts the number of the pages behind the first to its place.
    var numberLift: Int { PageGeometry(orientation: .portrait).footer - PageGeometry.twips(millimetres: 20) }

    /// Thin above, thick below.
    private func lowerLine(_ xml: inout MarkupWriter) {
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                xml.empty("w:pStyle", ["w:val": "Gap"])
                xml.element("w:pBdr") { xml in
                    xml.empty(
                        "w:top", ["w:val": "thinThickSmallGap", "w:sz": "24", "w:space": "0", "w:color": Self.red])
                }
                xml.empty("w:spacing", ["w:line": "20", "w:lineRule": "exact"])
                indents(&xml)
            }
        }
    }

    /// What makes a paragraph 170 mm wide, in the middle of the page.
    private func indents(_ xml: inout MarkupWriter) {
        let page = PageGeometry(orientation: .portrait)
        xml.empty(
            "w:ind",
            [
                "w:left": String(Self.lineStart - page.left),
                "w:right": String(page.pageWidth - page.right - Self.lineStart - Self.lineLength),
            ])
    }
}

/// Everything of the file but the body: styles, settings, fonts, headers, footers, properties.
struct DocxFrame {
    let paper: Paper

    init(_ paper: Paper) {
        self.paper = paper
    }

    /// A header or footer and the pages it stands on.
    struct Margin: Hashable {
        var element: String
        var pages: String
        var target: String
    }

    /// Headers and footers in use. Two-sided papers have their own for even pages.
    var margins: [Margin] {
        var margins: [Margin] = []
        if letter != nil {
            margins.append(Margin(element: "header", pages: "first", target: "header3.xml"))
            margins.append(Margin(element: "footer", pages: "first", target: "footer3.xml"))
        }
        if paper.banner != nil {
            margins.append(Margin(element: "header", pages: "default", target: "header1.xml"))
            if paper.layout.isTwoSided {
                margins.append(Margin(element: "header", pages: "even", target: "header2.xml"))
            }
        }
        if paper.layout.hasPageNumbers {
            margins.append(Margin(element: "footer", pages: "default", target: "footer1.xml"))
            if paper.layout.isTwoSided {
                margins.append(Margin(element: "footer", pages: "even", target: "footer2.xml"))
            }
        }
        return margins.filter { $0.element == "header" } + margins.filter { $0.element == "footer" }
    }

    /// What the document part points to besides links and images.
    var relationships: DocxRelationships {
        let fixed = ["styles", "settings", "fontTable"].map {
            DocxRelationships.Relationship(type: DocxRelationships.office + $0, target: $0 + ".xml")
        }
        return DocxRelationships(fixed + margins.map(relationship))
    }

    /// How the document part points to a header or footer.
    func relationship(_ margin: Margin) -> DocxRelationships.Relationship {
        .init(type: DocxRelationships.office + margin.element, target: margin.target)
    }

    /// All parts but the document.
    var parts: [DocxPart] {
        [DocxStyles(paper.layout).part, settings, fontTable] + margins.map(marginPart) + [core, app]
    }

    private var settings: DocxPart {
        .word("word/settings.xml", type: "settings", root: "w:settings") { xml in
            xml.empty("w:zoom", ["w:percent": "100"])
            if paper.layout.isTwoSided { xml.empty("w:mirrorMargins") }
            xml.empty("w:bordersDoNotSurroundHeader")
            xml.empty("w:bordersDoNotSurroundFooter")
            xml.empty("w:defaultTabStop", ["w:val": "420"])
            if paper.layout.isTwoSided { xml.empty("w:evenAndOddHeaders") }
            xml.empty("w:characterSpacingControl", ["w:val": "compressPunctuation"])
            xml.element("w:compat") { xml in
                xml.empty("w:useFELayout")
                xml.empty(
                    "w:compatSetting",
                    [
                        "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
                        "w:val": "15",
                    ])
            }
            xml.empty("w:themeFontLang", ["w:val": "en-US", "w:eastAsia": "zh-CN"])
        }
    }

    private var fontTable: DocxPart {
        .word("word/fontTable.xml", type: "fontTable", root: "w:fonts") { xml in
            for typeface in paper.layout.typefaces.all {
                xml.element("w:font", ["w:name": typeface.name]) { xml in
                    if !typeface.alternatives.isEmpty {
                        xml.empty("w:altName", ["w:val": typeface.alternatives.joined(separator: ",")])
                    }
                    // 0x86 is GB 2312.
                    let isLatin = typeface.name == paper.layout.typefaces.latin.name
                    xml.empty("w:charset", ["w:val": isLatin ? "00" : "86"])
                    xml.empty("w:family", ["w:val": isLatin ? "roman" : "auto"])
                    xml.empty("w:pitch", ["w:val": "variable"])
                }
            }
        }
    }

    private func marginPart(_ margin: Margin) -> DocxPart {
        let root = margin.element == "header" ? "w:hdr" : "w:ftr"
        return .word("word/" + margin.target, type: margin.element, root: root) { xml in
            if margin.pages == "first" {
                firstPage(margin.element, &xml)
            } else if margin.element == "header" {
                banner(&xml)
            } else {
                if let footing = paper.footing {
                    signaturePlaces(footing, &xml)
                } else {
                    pageNumber(&xml, isEven: margin.pages == "even")
                }
            }
        }
    }

    /// - Parameter line: height of its line where that matters, in twips.
    func banner(_ xml: inout MarkupWriter, line: Int? = nil) {
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                xml.empty("w:pStyle", ["w:val": "Banner"])
                if let line { xml.empty("w:spacing", ["w:line": String(line), "w:lineRule": "exact"]) }
            }
            xml.element("w:r") { xml in
                xml.element("w:t", ["xml:space": "preserve"], text: paper.banner ?? "")
            }
        }
    }

    /// — 1 —, on the outer side, one character in (GB/T 9704-2012, 7.5).
    private func pageNumber(_ xml: inout MarkupWriter, isEven: Bool) {
        let isLeft = isEven
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                xml.empty("w:pStyle", ["w:val": "Footer"])
                let one = String(FontSize.four.twips)
                if letter != nil { xml.empty("w:spacing", ["w:after": String(numberLift)]) }
                xml.empty(
                    "w:ind",
                    [
                        "w:leftChars": isLeft ? "100" : nil, "w:left": isLeft ? one : nil,
                        "w:rightChars": isLeft ? nil : "100", "w:right": isLeft ? nil : one,
                    ])
                xml.empty("w:jc", ["w:val": isLeft ? "left" : "right"])
            }
            text("— ", &xml)
            field("PAGE", &xml)
            text(" —", &xml)
        }
    }

    /// Places for signatures of whoever signs every page, and which page of how many it is.
    private func signaturePlaces(_ footing: String, _ xml: inout MarkupWriter) {
        for isNumber in [false, true] {
            xml.element("w:p") { xml in
                xml.element("w:pPr") { xml in
                    xml.empty("w:pStyle", ["w:val": "Footer"])
                    xml.empty("w:jc", ["w:val": isNumber ? "center" : "left"])
                }
                guard isNumber else { return text(footing, &xml) }
                text("第 ", &xml)
                field("PAGE", &xml)
                text(" 页　共 ", &xml)
                field("NUMPAGES", &xml)
                text(" 页", &xml)
            }
        }
    }

    /// A field that the reader's program fills in.
    private func field(_ name: String, _ xml: inout MarkupWriter) {
        for kind in ["begin", "separate", "end"] {
            if kind == "separate" {
                xml.element("w:r") { $0.element("w:instrText", ["xml:space": "preserve"], text: " \(name) ") }
            }
            xml.element("w:r") { $0.empty("w:fldChar", ["w:fldCharType": kind]) }
            if kind == "separate" { text("1", &xml) }
        }
    }

    private func text(_ text: String, _ xml: inout MarkupWriter) {
        xml.element("w:r") { xml in
            xml.element("w:rPr") { $0.empty("w:rFonts", ["w:hint": "eastAsia"]) }
            xml.element("w:t", ["xml:space": "preserve"], text: text)
        }
    }

    private var core: DocxPart {
        var xml = MarkupWriter()
        xml.declaration()
        let metadata = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
        xml.element(
            "cp:coreProperties",
            [
                "xmlns:cp": metadata, "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms": "http://purl.org/dc/terms/", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            ]
        ) { xml in
            xml.element("dc:title", text: paper.name)
            xml.element("dc:creator", text: paper.issuer)
            if let created = paper.created {
                xml.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: created)
            }
            xml.element("dc:language", text: "zh-CN")
        }
        let type = "application/vnd.openxmlformats-package.core-properties+xml"
        return DocxPart("docProps/core.xml", type: type, xml)
    }

    private var app: DocxPart {
        var xml = MarkupWriter()
        xml.declaration()
        let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
        xml.element("Properties", ["xmlns": namespace]) { $0.element("Application", text: "Qingheng") }
        let type = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
        return DocxPart("docProps/app.xml", type: type, xml)
    }
}

extension DocxBody {
    /// Runs with their links; `size` where it differs from the paragraph's style.
    mutating func write(_ runs: [Run], size: FontSize? = nil, _ xml: inout MarkupWriter) {
        for run in runs {
            switch target(of: run) {
            case .none:
                write(run, isLink: false, size: size, &xml)
            case .bookmark(let name):
                xml.element("w:hyperlink", ["w:anchor": name, "w:history": "1"]) { xml in
                    // A reference mark is raised already; underlined it would be hard to read.
                    write(run, isLink: run.reference == nil, size: size, &xml)
                }
            case .address(let address):
                let relationship = DocxRelationships.Relationship(
                    type: DocxRelationships.office + "hyperlink", target: address, isExternal: true)
                xml.element("w:hyperlink", ["r:id": relationships.id(relationship), "w:history": "1"]) { xml in
                    write(run, isLink: true, size: size, &xml)
                }
            }
        }
    }

    private enum Target {
        case none
        case bookmark(String)
        case address(String)
    }

    private func target(of run: Run) -> Target {
        if let id = run.reference, let number = index.references[id] {
            return .bookmark(Self.bookmarkName(reference: number))
        }
        switch run.link {
        case .anchor(let anchor):
            guard let number = index.anchors[anchor] else { return .none }
            return .bookmark(Self.bookmarkName(anchor: number))
        case .url(let address):
            guard let followable = Link.followable(address) else { return .none }
            guard let first = followable.first, "/?#".contains(first) else { return .address(followable) }
            guard let site = settings.siteAddress else { return .none }
            return .address(site + followable)
        case nil:
            return .none
        }
    }

    /// One run, in the order of CT_RPr.
    private func write(_ run: Run, isLink: Bool, size: FontSize?, _ xml: inout MarkupWriter) {
        let text = index.text(of: run)
        xml.element("w:r") { xml in
            let needsHint = Self.needsHint(text)
            if isLink || run.isBold || run.tone != nil || run.position != .baseline || needsHint || size != nil {
                xml.element("w:rPr") { xml in
                    if isLink { xml.empty("w:rStyle", ["w:val": "Hyperlink"]) }
                    if needsHint { xml.empty("w:rFonts", ["w:hint": "eastAsia"]) }
                    if run.isBold {
                        xml.empty("w:b")
                        xml.empty("w:bCs")
                    }
                    if let tone = run.tone { xml.empty("w:color", ["w:val": tone.hex]) }
                    if let size {
                        xml.empty("w:sz", ["w:val": String(size.halfPoints)])
                        xml.empty("w:szCs", ["w:val": String(size.halfPoints)])
                    }
                    if run.position != .baseline {
                        let value = run.position == .superscript ? "superscript" : "subscript"
                        xml.empty("w:vertAlign", ["w:val": value])
                    }
                }
            }
            Self.text(text, &xml)
        }
    }

    /// Whether the text has marks that both Latin and Chinese fonts draw, such as “ ” — … · Ⅱ ①: Chinese is meant.
    private static func needsHint(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0xB7, 0x2010...0x2027, 0x2030...0x205E, 0x2103, 0x2150...0x218F, 0x2460...0x24FF: true
            default: false
            }
        }
    }

    /// Text with its line breaks and tabs.
    static func text(_ text: String, _ xml: inout MarkupWriter) {
        var piece = String.UnicodeScalarView()
        func flush(_ xml: inout MarkupWriter) {
            guard !piece.isEmpty else { return }
            xml.element("w:t", ["xml:space": "preserve"], text: String(piece))
            piece.removeAll()
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\u{2028}":
                flush(&xml)
                xml.empty("w:br")
            case "\t":
                flush(&xml)
                xml.empty("w:tab")
            case "\r":
                continue
            default:
                piece.append(scalar)
            }
        }
        flush(&xml)
    }
}

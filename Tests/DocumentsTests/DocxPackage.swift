import Testing

@testable import Documents

/// A .docx file taken apart, with the checks every file must pass.
struct DocxPackage {
    let files: [String: [UInt8]]
    let xml: [String: XMLTree]

    init(_ bytes: [UInt8]) throws {
        let limits = ZipArchive.Limits(entries: 100, totalBytes: 100_000_000, ratio: 1_000)
        let entries = try ZipArchive.read(bytes, limits: limits)
        files = Dictionary(uniqueKeysWithValues: entries.map { ($0.path, $0.bytes) })
        var xml: [String: XMLTree] = [:]
        for entry in entries where entry.path.hasSuffix(".xml") || entry.path.hasSuffix(".rels") {
            xml[entry.path] = try XMLTree.parse(entry.bytes)
        }
        self.xml = xml
    }

    init(_ paper: Paper) throws {
        try self.init(try DocxWriter(siteAddress: "https://site.example.cn") { _ in SamplePNG.bytes }.write(paper))
    }

    var document: XMLTree { get throws { try #require(xml["word/document.xml"]) } }

    /// The text of the body, a line a paragraph.
    var paragraphs: [String] {
        get throws {
            try document.all("w:p").map { paragraph in
                // A tab stop has the name of a tab.
                let stops = Set(paragraph.all("w:tabs").flatMap(\.all).map(ObjectIdentifier.init))
                return paragraph.all.filter { !stops.contains(ObjectIdentifier($0)) }.map { element in
                    switch element.name {
                    case "w:t": element.text
                    case "w:br": "\n"
                    case "w:tab": "\t"
                    default: ""
                    }
                }.joined()
            }
        }
    }

    /// Relationships of the document part by id.
    var relationships: [String: XMLTree] {
        get throws {
            let root = try #require(xml["word/_rels/document.xml.rels"])
            return Dictionary(uniqueKeysWithValues: root.children.map { ($0["Id"] ?? "", $0) })
        }
    }

    /// Everything that points somewhere arrives; every part has a type; numbers are unique; elements stand in the
    /// order the schema wants.
    func checkIntegrity() throws {
        try checkContentTypes()
        try checkRelationships()
        try checkNumbers()
        for tree in xml.values { for element in tree.all { checkOrder(element) } }
        try checkStyles()
    }

    private func checkContentTypes() throws {
        let types = try #require(xml["[Content_Types].xml"])
        let defaults = Set(types.children("Default").compactMap { $0["Extension"] })
        let overrides = Set(types.children("Override").compactMap { $0["PartName"] })
        for path in files.keys where path != "[Content_Types].xml" {
            let ending = path.split(separator: ".").last.map(String.init) ?? ""
            let isTyped = overrides.contains("/" + path) || defaults.contains(ending)
            #expect(isTyped, "\(path)")
        }
        for part in overrides { #expect(files[String(part.dropFirst())] != nil, "\(part)") }
    }

    private func checkRelationships() throws {
        let targets: [(String, String)] = [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")]
        for (path, folder) in targets {
            let root = try #require(xml[path])
            for relationship in root.children where relationship["TargetMode"] != "External" {
                let target = folder + (relationship["Target"] ?? "")
                #expect(files[target] != nil, "\(target)")
            }
        }
        let known = try relationships
        for element in try document.all {
            for attribute in ["r:id", "r:embed"] {
                if let id = element[attribute] { #expect(known[id] != nil, "\(element.name) \(id)") }
            }
        }
    }

    private func checkNumbers() throws {
        let document = try document
        let starts = document.all("w:bookmarkStart")
        #expect(Set(starts.compactMap { $0["w:id"] }).count == starts.count)
        #expect(Set(starts.compactMap { $0["w:name"] }).count == starts.count)
        #expect(document.all("w:bookmarkEnd").compactMap { $0["w:id"] } == starts.compactMap { $0["w:id"] })
        let names = Set(starts.compactMap { $0["w:name"] })
        for link in document.all("w:hyperlink") {
            if let anchor = link["w:anchor"] { #expect(names.contains(anchor)) }
        }
        let pictures = document.all("wp:docPr").compactMap { $0["id"] }
        #expect(Set(pictures).count == pictures.count)
        for table in document.all("w:tbl") {
            let columns = table.all("w:gridCol").count
            for row in table.children("w:tr") {
                let covered = row.children("w:tc").map { Int($0.first("w:gridSpan")?["w:val"] ?? "1") ?? 0 }
                #expect(covered.reduce(0, +) == columns)
                for cell in row.children("w:tc") { #expect(cell.children.last?.name == "w:p") }
            }
        }
    }

    private func checkStyles() throws {
        let styles = try #require(xml["word/styles.xml"])
        let known = Set(styles.all("w:style").compactMap { $0["w:styleId"] })
        for tree in xml.values {
            for element in tree.all where ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn"].contains(element.name) {
                #expect(known.contains(element["w:val"] ?? ""), "\(element["w:val"] ?? "")")
            }
        }
    }

    /// Orders of ISO/IEC 29500-1, annex A: what is used here.
    private static let orders: [String: [String]] = [
        "w:pPr": [
            "pStyle", "keepNext", "pageBreakBefore", "framePr", "widowControl", "pBdr", "tabs", "autoSpaceDE",
            "autoSpaceDN",
            "snapToGrid", "spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr",
        ],
        "w:rPr": [
            "rStyle", "rFonts", "b", "bCs", "color", "spacing", "kern", "sz", "szCs", "u", "vertAlign", "lang",
        ],
        "w:tblPr": [
            "tblStyle", "tblpPr", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook",
            "tblCaption",
        ],
        "w:tcPr": ["tcW", "gridSpan", "vMerge", "shd", "vAlign"],
        "w:sectPr": ["headerReference", "footerReference", "type", "pgSz", "pgMar", "cols", "titlePg", "docGrid"],
        "w:style": ["name", "basedOn", "qFormat", "pPr", "rPr", "tblPr"],
        "w:settings": [
            "zoom", "mirrorMargins", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "defaultTabStop",
            "evenAndOddHeaders", "characterSpacingControl", "compat", "themeFontLang",
        ],
        "w:font": ["altName", "charset", "family", "pitch"],
        "wp:inline": ["extent", "docPr", "graphic"],
    ]

    private func checkOrder(_ element: XMLTree) {
        guard let order = Self.orders[element.name] else { return }
        let places = element.children.map { child in
            order.firstIndex(of: child.name.split(separator: ":").last.map(String.init) ?? "")
        }
        #expect(!places.contains(nil), "\(element.name): \(element.children.map(\.name))")
        let known = places.compactMap { $0 }
        #expect(known == known.sorted(), "\(element.name): \(element.children.map(\.name))")
    }
}

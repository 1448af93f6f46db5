import Testing

@testable import Documents

@Suite struct DocxReaderTests {
    /// A file with this body.
    private func file(_ body: String, prologue: String = "", path: String = "word/document.xml") throws -> [UInt8] {
        let relationships = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="\(path)"/></Relationships>
            """
        let document = """
            <?xml version="1.0" encoding="UTF-8"?>\(prologue)<w:document \
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>\(body)</w:body></w:document>
            """
        return try ZipArchive.write([
            .init(path: "_rels/.rels", bytes: Array(relationships.utf8)),
            .init(path: path.hasPrefix("/") ? String(path.dropFirst()) : path, bytes: Array(document.utf8)),
        ])
    }

    @Test func `what we write we read`() throws {
        let text = try DocxReader().read(try DocxWriter().write(SampleBulletin.paper()))
        let paragraphs = text.blocks.compactMap { block -> DocxText.Paragraph? in
            if case .paragraph(let paragraph) = block { paragraph } else { nil }
        }
        #expect(paragraphs.contains(.init(text: "一、总体情况", style: "Heading1")))
        let tables = text.blocks.compactMap { block -> [[DocxText.Cell]]? in
            if case .table(let rows) = block { rows } else { nil }
        }
        #expect(tables.map(\.count) == [7, 33])
        #expect(tables[0][0].map(\.columns) == [1, 2, 3, 1])
        #expect(tables[0][1].map(\.isContinued) == [true, false, false, false, false, false, true])
        #expect(tables[0][2].map(\.text) == ["第一中学", "29", "2", "27", "49", "148", "3.21"])
    }

    @Test func `deleted text, tab stops and second tellings are left out`() throws {
        let bytes = try file(
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/></w:r>"
                + "<w:del><w:r><w:t>x</w:t></w:r></w:del><w:ins><w:r><w:t>b</w:t><w:br/></w:r></w:ins>"
                + "<mc:Fallback><w:p><w:r><w:t>y</w:t></w:r></w:p></mc:Fallback><w:r><w:instrText>PAGE</w:instrText></w:r>"
                + "</w:p>", path: "/word/document2.xml")
        #expect(try DocxReader().read(bytes).blocks == [.paragraph(.init(text: "a\tb\n", style: nil))])
    }

    @Test func `a table inside a cell is read into the cell`() throws {
        let inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>in</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        let outer = "<w:p><w:r><w:t>out</w:t></w:r></w:p>\(inner)<w:p/>"
        let bytes = try file("<w:tbl><w:tr><w:tc>\(outer)</w:tc></w:tr></w:tbl>")
        let expected = DocxText.Cell(text: "out\nin\n", columns: 1, isContinued: false)
        #expect(try DocxReader().read(bytes).blocks == [.table([[expected]])])
    }

    @Test func `entities are refused before they are parsed`() throws {
        let bytes = try file("<w:p/>", prologue: "<!DOCTYPE x [<!ENTITY a \"b\">]>")
        let error = #expect(throws: DocumentError.self) { try DocxReader().read(bytes) }
        #expect(error?.code == .malformedPart)
    }

    @Test func `broken XML names its part and line`() throws {
        let bytes = try file("\n<w:p></w:x>")
        let error = #expect(throws: DocumentError.self) { try DocxReader().read(bytes) }
        #expect(error?.code == .malformedPart && error?.value == "word/document.xml" && error?.line == 2)
    }

    @Test func `another kind of archive lacks the part`() throws {
        let bytes = try ZipArchive.write([.init(path: "a.txt", bytes: [1])])
        #expect(throws: DocumentError(.missingPart, value: "_rels/.rels")) { try DocxReader().read(bytes) }
    }

    @Test func `a text part that unpacks too far is refused`() throws {
        let bytes = try file(String(repeating: "<w:p/>", count: 1_000))
        let error = #expect(throws: DocumentError.self) { try DocxReader(maximumBytes: 2_000).read(bytes) }
        #expect(error?.code == .expandsTooFar)
        let crowd = #expect(throws: DocumentError.self) { try DocxReader(maximumEntries: 1).read(bytes) }
        #expect(crowd?.code == .tooManyEntries)
    }
}

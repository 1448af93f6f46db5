import Testing

@testable import Documents

@Suite struct HTMLRendererTests {
    private func html(_ blocks: [Block], banner: String? = nil) throws -> String {
        try HTMLRenderer().render(Paper(name: "t", banner: banner, layout: .bulletin, blocks: blocks))
    }

    @Test func `a whole bulletin is well-formed, without script or style`() throws {
        let drawing = Block.picture(
            Picture(.drawing(SampleDrawings.map.drawing()), alternative: "图", caption: ["图1"], anchor: "map"))
        let text = try HTMLRenderer().render(SampleBulletin.paper(extra: [drawing]))
        let tree = try XMLTree.parse(text)
        #expect(tree.name == "article")
        for element in tree.all {
            #expect(!["script", "style"].contains(element.name))
            for name in element.attributes.keys { #expect(name != "style" && !name.hasPrefix("on"), "\(name)") }
        }
        let ids = tree.all.compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        for link in tree.all("a") {
            guard let href = link["href"], href.hasPrefix("#") else { continue }
            #expect(ids.contains(String(href.dropFirst())), "\(href)")
        }
        #expect(tree.all("h1").map(\.text) == ["关于2026年10月全市环境空气质量状况的通报"])
        #expect(tree.all("h2").map(\.text) == ["一、总体情况", "二、有关要求"])
        #expect(tree.all("th").filter { $0["scope"] == "colgroup" }.count == 4)
        #expect(tree.first("ol")?.children.map { $0["id"] } == ["reference-1", "reference-2"])
    }

    @Test func `hostile text stays text`() throws {
        let hostile = "<script>alert(\"'1'\")</script>&amp;<!--\u{0}"
        let table = Table(
            caption: [Run(hostile)], columns: [.init()], header: [[.init(hostile)]], rows: [[.init(hostile)]],
            anchor: hostile)
        let text = try html(
            [.title([hostile]), .table(table), .paragraph(Paragraph([Run(hostile, link: .anchor(hostile))]))],
            banner: hostile)
        #expect(!text.contains("<script") && !text.contains("<!--"))
        let tree = try XMLTree.parse(text)
        #expect(tree.first("h1")?.text == "<script>alert(\"'1'\")</script>&amp;<!--\u{FFFD}")
    }

    @Test(arguments: [
        ("https://a.example/x y?q=1&r=\"", "https://a.example/x%20y?q=1&r=%22"), ("/path?x=1#y", "/path?x=1#y"),
        ("mailto:a@b.example", "mailto:a@b.example"), ("#top", "#top"), ("?page=2", "?page=2"),
        ("javascript:alert(1)", nil), ("JaVaScRiPt:alert(1)", nil), (" javascript:alert(1)", nil),
        ("data:text/html,x", nil), ("//evil.example", nil), ("/\\evil.example", nil), ("vbscript:x", nil), ("", nil),
    ])
    func `only addresses that may be followed become links`(address: String, expected: String?) throws {
        let tree = try XMLTree.parse(try html([.paragraph(Paragraph([.link("text", href: address)]))]))
        #expect(tree.first("a")?["href"] == expected)
        #expect(tree.text == "text")
    }

    @Test func `looks nest and line breaks are kept`() throws {
        let tone = Tone(name: "x\" onclick=\"", red: 1, green: 2, blue: 3)
        let text = try html([
            .paragraph(Paragraph([Run("a\r\nb", isBold: true, position: .superscript, tone: tone)], style: .right))
        ])
        #expect(
            text
                == "<article class=\"paper\" lang=\"zh-CN\"><p class=\"align-right\"><span class=\"tone-xonclick\">"
                + "<strong><sup>a<br/>b</sup></strong></span></p></article>")
    }

    @Test func `spans and alignments are those of the table`() throws {
        let table = Table(
            columns: [.init(.left), .init(.right)], header: [[.init("头", columns: 2)]],
            rows: [[Table.Cell(["行"], rows: 2, isRowHeader: true), "1"], [.init("2", alignment: .center)]])
        let tree = try XMLTree.parse(try html([.table(table)]))
        #expect(tree.all("th").map { $0["scope"] } == ["colgroup", "row"])
        #expect(tree.all("th").map { $0["rowspan"] } == [nil, "2"])
        #expect(tree.all("td").map { $0["class"] } == ["align-right", "align-center"])
    }

    @Test func `images have an address and a text`() throws {
        let picture = Block.picture(Picture(.png(SamplePNG.bytes), alternative: "白\"图"))
        let inline = try XMLTree.parse(try html([picture]))
        #expect(inline.first("img")?["src"]?.hasPrefix("data:image/png;base64,iVBORw0KGgo") == true)
        #expect(inline.first("img")?["alt"] == "白\"图")
        let paper = Paper(name: "t", layout: .bulletin, blocks: [picture, picture])
        let served = try XMLTree.parse(try HTMLRenderer(imageAddress: { "/images/\($0).png" }).render(paper))
        #expect(served.all("img").map { $0["src"] } == ["/images/1.png", "/images/2.png"])
    }

    @Test func `titles and ids can be fitted into a page`() throws {
        let paper = Paper(
            name: "t", layout: .bulletin,
            blocks: [.title(["t"]), .heading(Heading(1, ["h"], anchor: "a b", isNumbered: false))])
        let tree = try XMLTree.parse(try HTMLRenderer(titleLevel: 2, idPrefix: "p1-").render(paper))
        #expect(tree.first("h2")?.text == "t")
        #expect(tree.first("h3")?["id"] == "p1-a-b")
    }
}

import Testing

@testable import Documents

@Suite struct AreaMapTests {
    @Test func `a map has boundaries, places with links and states, legend, north and scale`() throws {
        let tree = try XMLTree.parse(SampleDrawings.map.drawing().svg)
        #expect(tree["role"] == "img")
        #expect(tree["aria-label"]?.contains("开发区管委会离线") == true)
        #expect(tree.all("a").map { $0["href"] } == ["/areas/east", "/stations/1"])
        let texts = tree.all("text").map(\.text)
        for text in ["第一中学", "环境监测站", "开发区管委会", "东城区", "西城区", "北", "5 千米", "离线", "示意图，不作为划界依据。"] {
            #expect(texts.contains(text), "\(text)")
        }
        #expect(tree.all("title").contains { $0.text == "第一中学：优 AQI 42" })
        #expect(tree.all("circle").first?["class"] == "tone-aqi-1")
    }

    @Test func `longitude shrinks with the cosine of the latitude`() {
        // At 60 degrees a degree of longitude is half as long as one of latitude.
        let corners = [
            Coordinate(longitude: 100, latitude: 59.5), Coordinate(longitude: 101, latitude: 60.5),
        ]
        let projection = MapProjection(corners, width: 500, highest: 10_000)
        let across = projection.x(corners[1]) - projection.x(corners[0])
        let down = projection.y(corners[0]) - projection.y(corners[1])
        #expect(abs(across / down - 0.5) < 0.000_1)
    }

    @Test func `the scale bar is round and true`() {
        let north = Coordinate(longitude: 114, latitude: 31)
        let south = Coordinate(longitude: 114, latitude: 30)
        let projection = MapProjection([north, south], width: 720, highest: 720)
        let bar = projection.scaleBar(atMost: 140)
        let kilometre = (projection.y(south) - projection.y(north)) / 111.2
        #expect(bar.label == "20 千米")
        #expect(abs(bar.width - 20 * kilometre) < 0.01)
    }

    @Test(arguments: [
        AreaMap(title: "空", areas: [], places: []),
        AreaMap(
            title: "一点", areas: [], places: [.init("a", at: .init(longitude: 1, latitude: 2), state: "")]),
        AreaMap(
            title: "坏点", areas: [.init("b", rings: [[.init(longitude: .nan, latitude: 1)], []])],
            places: [.init("a", at: .init(longitude: .infinity, latitude: 2), state: "", href: "javascript:x")]),
    ])
    func `too little or impossible data still gives a sound map`(map: AreaMap) throws {
        let drawing = map.drawing()
        let tree = try XMLTree.parse(drawing.svg)
        #expect(drawing.height >= 120)
        #expect(tree.all("a").isEmpty)
        for element in tree.all {
            for value in element.attributes.values { #expect(!value.contains("nan") && !value.contains("inf")) }
        }
    }

    @Test func `names that would hide each other are left to the hint`() throws {
        let crowd = (0..<30).map { index in
            AreaMap.Place(
                "很长的站点名称\(index)", at: .init(longitude: 114 + Double(index) * 0.000_1, latitude: 30), state: "优")
        }
        let tree = try XMLTree.parse(AreaMap(title: "密", areas: [], places: crowd).drawing().svg)
        #expect(tree.all("circle").count == 30)
        #expect(tree.all("text").filter { $0.text.hasPrefix("很长") }.count < 30)
    }
}

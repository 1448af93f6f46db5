import Testing

@testable import Documents

/// Shapes of bureaus: read as they are, refused with what is wrong, written so that they can be read again.
struct GeoJSONTests {
    private static let area = """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4490"}},"features":[
        {"type":"Feature","properties":{"name":"东镇"},"geometry":{"type":"MultiPolygon",
        "coordinates":[[[[117.1,39.1],[117.2,39.1],[117.2,39.2],[117.1,39.1]]]]}},
        {"type":"Feature","properties":{"名称":"甲河"},"geometry":{"type":"LineString","coordinates":[[117.1,39.1],[117.3,39.3]]}}]}
        """

    @Test func `areas and lines come with their names and the system that the file states`() throws {
        let map = try GeoJSON(Array(Self.area.utf8))
        #expect(map.shapes.map(\.name) == ["东镇", "甲河"])
        #expect(map.shapes.map(\.form) == [.area, .line])
        #expect(map.shapes[0].parts[0][1] == Coordinate(longitude: 117.2, latitude: 39.1))
        #expect(map.systemName == "EPSG:4490")
    }

    @Test func `what is written can be read again`() throws {
        let map = try GeoJSON(Array(Self.area.utf8))
        var writer = GeoJSONWriter()
        for shape in map.shapes { writer.shape(shape) }
        #expect(try GeoJSON(writer.finished()).shapes == map.shapes)
    }

    @Test func `a hole stays a hole, and a second island an island`() throws {
        let text = """
            {"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[
            [[[117,39],[118,39],[118,40],[117,39]],[[117.4,39.1],[117.6,39.1],[117.6,39.3],[117.4,39.1]]],
            [[[119,39],[120,39],[120,40],[119,39]]]]}}
            """
        let map = try GeoJSON(Array(text.utf8))
        #expect(map.shapes[0].parts.count == 3 && map.shapes[0].holes == [1])
        var writer = GeoJSONWriter()
        writer.shape(map.shapes[0])
        #expect(try GeoJSON(writer.finished()).shapes == map.shapes)
    }

    @Test func `points carry their properties, whatever stands in them`() throws {
        var writer = GeoJSONWriter()
        writer.point(longitude: 117_000_001, latitude: -5, [("name", "甲\"厂\\\n")])
        let text = String(decoding: writer.finished(), as: UTF8.self)
        #expect(text.contains("[117.000001,-0.000005]"))
        #expect(try GeoJSON(Array(text.utf8)).shapes[0].name == "甲\"厂\\\n")
    }

    @Test(arguments: [
        ("", "不是 GeoJSON"), ("[]", "不是 GeoJSON"), ("{\"type\":\"Topology\"}", "Topology"),
        ("{\"type\":\"FeatureCollection\",\"features\":[]}", "没有图形"),
        (
            "{\"type\":\"Feature\",\"properties\":{\"name\":\"东镇\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[\"x\",1]}}",
            "“东镇”有坐标"
        ),
        (
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[517000.2,4300000.1]}}", "投影坐标"
        ),
        (
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[117,39],[118,39]]]}}", "至少 4 个"
        ),
    ])
    func `what cannot be drawn is refused with the reason`(text: String, words: String) {
        do throws(DocumentError) {
            _ = try GeoJSON(Array(text.utf8))
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.code == .faultyMap && error.value?.contains(words) == true, "\(error.message)")
        }
    }
}

import Documents
import Foundation
import Hummingbird
import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Site

/// The map: the bureau's own shapes and sources, in one datum, and a rectangle of it as a filter of lists.
struct MapTests {
    private static let token = ("token", SiteFixture.token.text)
    private static let layer = """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"东镇"},"geometry":
        {"type":"Polygon","coordinates":[[[117.0,39.0],[117.2,39.0],[117.2,39.2],[117.0,39.0]]]}}]}
        """

    private static func register(
        _ site: SiteClient, _ name: String, _ longitude: String, _ latitude: String, _ datum: String
    ) async throws {
        let done = try await site.post(
            "/sources/enterprise/new",
            [
                token, ("f.name", name), ("f.location.longitude", longitude), ("f.location.latitude", latitude),
                ("f.location.datum", datum),
            ])
        #expect(done.status == 303)
    }

    @Test func `a place of a web map is drawn where the national datum has it, and its file keeps what was said`()
        async throws
    {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            try await Self.register(site, "甲厂", "116.377817", "39.911954", "WGS84")
            try await Self.register(site, "乙厂", "116.38404722455657", "39.91334545536069", "GCJ-02")
            let answer = try await site.get("/map/sources/enterprise")
            let points = try GeoJSON(answer.bytes).shapes
            #expect(points.map(\.name) == ["甲厂", "乙厂"])
            for point in points {
                #expect(abs(point.parts[0][0].longitude - 116.377817) < 0.000_002)
                #expect(abs(point.parts[0][0].latitude - 39.911954) < 0.000_002)
            }
            let page = try await site.get("/map?kind=enterprise")
            #expect(page.text.contains("<svg") && page.text.contains("乙厂"))
            #expect(page.headers[.contentSecurityPolicy]?.contains("worker-src blob:") == true)
            let other = try await site.get("/sources/enterprise")
            #expect(other.headers[.contentSecurityPolicy]?.contains("blob:") == false)
            let csv = try await site.get("/sources/enterprise/list.csv")
            #expect(csv.text.contains("116.38404722455657,39.91334545536069,GCJ-02"))
        }
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }

    @Test func `a rectangle of the map narrows the list, its count and its files`() async throws {
        try await SiteFixture.test(try await SiteFixture.emptyBureau()) { site in
            try await Self.register(site, "甲厂", "117.1", "39.1", "WGS84")
            try await Self.register(site, "乙厂", "117.9", "39.9", "WGS84")
            let list = try await site.get("/sources/enterprise?box=117.0,39.0,117.2,39.2")
            #expect(list.text.contains("甲厂") && !list.text.contains("乙厂"))
            #expect(list.text.contains("位于地图所选范围内") && list.text.contains("共 1 家"))
            let csv = try await site.get("/sources/enterprise/list.csv?box=117.0,39.0,117.2,39.2")
            #expect(csv.text.contains("甲厂") && !csv.text.contains("乙厂"))
            // What is no rectangle narrows nothing.
            #expect(try await site.get("/sources/enterprise?box=117.2,39.0,117.0,39.2").text.contains("共 2 家"))
        }
    }

    @Test func `a layer is taken in with its datum, drawn in ours, and taken off with a reason`() async throws {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            let done = try await site.upload(
                "/map/layers", [Self.token, ("title", "街镇边界"), ("datum", "GCJ-02")], file: Array(Self.layer.utf8),
                name: "towns.geojson")
            #expect(done.status == 303)
            let page = try await site.get("/map")
            for words in ["街镇边界", "原为 GCJ-02，已换算", "towns.geojson", "东镇"] {
                #expect(page.text.contains(words), "\(words)")
            }
            let layers = try await bureau.book.database.read { try MapLayerStore.layers(in: $0) }
            let id = try #require(layers.first?.id)
            let shapes = try GeoJSON(try await site.get("/map/layers/\(id)").bytes).shapes
            let moved = DatumShift.wgs84(ofGCJ02: Coordinate(longitude: 117, latitude: 39))
            #expect(abs(shapes[0].parts[0][0].longitude - moved.longitude) < 0.000_001)
            let twice = try await site.upload(
                "/map/layers", [Self.token, ("title", "街镇边界")], file: Array(Self.layer.utf8), name: "t.geojson")
            #expect(twice.status == 422 && twice.text.contains("已有名为“街镇边界”的图层"))
            let wrong = try await site.upload(
                "/map/layers", [Self.token, ("title", "甲")], file: Array("{}".utf8), name: "t.geojson")
            #expect(wrong.status == 422 && wrong.text.contains("不是 GeoJSON"))
            #expect(try await site.post("/map/layers/\(id)/removal", [Self.token]).status == 422)
            #expect(try await site.post("/map/layers/\(id)/removal", [Self.token, ("reason", "旧版")]).status == 303)
            #expect(try await site.get("/map/layers/\(id)").status == 404)
        }
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }

    @Test(arguments: [
        ("EPSG:4490", SourcePoint.Datum.wgs84), ("urn:ogc:def:crs:OGC:1.3:CRS84", .wgs84), ("GCJ-02", .gcj02),
        ("EPSG:3857", .gcj02),
    ])
    func `what a file says of its datum holds before what its sender says`(name: String, datum: SourcePoint.Datum) {
        var map = GeoJSON([GeoJSON.Shape]())
        map.systemName = name
        #expect(MapLayerActions.datum(of: map, otherwise: .gcj02) == datum)
    }

    @Test func `more points than one can tell apart are counted by cells that lead to the list`() async throws {
        let bureau = try await SiteFixture.emptyBureau()
        var text = "企业名称,经度,纬度,坐标系\n"
        for number in 0..<400 {
            text += "甲\(number)厂,\(117 + number % 20).\(number % 10),39.\(number % 90 + 10),WGS84\n"
        }
        let order = SourceImport.Order(kind: "enterprise", fileName: "a.csv")
        _ = try await SourceImport.run(
            Array(text.utf8), order, on: SiteFixture.day, takesGoodRows: false, by: SiteFixture.actor, into: bureau.book
        )
        try await SiteFixture.test(bureau) { site in
            let page = try await site.get("/map")
            #expect(page.text.contains("共 400 个点，图上按方格合计") && page.text.contains("/sources/enterprise?box="))
        }
    }
}

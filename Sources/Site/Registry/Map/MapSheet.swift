import Documents
import Foundation
import Registry
import Standards
import Storage

/// What is drawn: shapes of layers and towns, and the places of sources of some kinds, within what the visitor may see.
struct MapSheet {
    /// A layer with its shapes in WGS 84.
    struct Layer {
        let id: String
        let title: String
        let detail: String
        /// The record that took it in; nil for the towns of the older registry.
        let sequence: Int64?
        let shapes: [GeoJSON.Shape]
    }

    /// The layer of the older registry's towns.
    static let townsID = "towns"
    /// More points than a browser clusters with ease.
    static let greatestPlaces = 120_000
    /// More marks than one tells apart on paper; then cells with counts are drawn.
    private static let greatestMarks = 300
    /// Cells on the longer side.
    private static let cells: Int64 = 24
    private static let width = 1_100
    private static let margin = 0.04

    let layers: [Layer]
    private let kinds: [(kind: SourceKind, places: [SourcePlace])]

    init(_ kinds: [SourceKind], in context: PageContext) throws {
        layers = try Self.layers(in: context)
        self.kinds = try kinds.map { kind in
            let query = try context.sourceQuery(kind.id)
            return (
                kind, try SourceStore.places(query, limit: Self.greatestPlaces, in: context.connection)
            )
        }
    }

    static func layers(in context: PageContext) throws -> [Layer] {
        let towns = try RegistryStore.objects(.town, in: context.connection).compactMap(shape(of:))
        let own =
            towns.isEmpty
            ? [] : [Layer(id: townsID, title: "街镇", detail: "监测对象登记中的边界", sequence: nil, shapes: towns)]
        return try own
            + MapLayerStore.layers(in: context.connection).map { layer in
                let datum = layer.datum == .gcj02 ? "原为 GCJ-02，已换算" : layer.datum.rawValue
                return Layer(
                    id: layer.id, title: layer.title, detail: "\(layer.shapes) 个图形，坐标系 \(datum)；\(layer.fileName)",
                    sequence: layer.sequence, shapes: try LayerShelf.shared.shapes(of: layer, from: context.archive))
            }
    }

    private static func shape(of town: RegisteredObject) -> GeoJSON.Shape? {
        guard let points = try? JSONDecoder().decode([[Double]].self, from: Data(town.text("polygon").utf8)) else {
            return nil
        }
        var ring = points.filter { $0.count >= 2 }.map { Coordinate(longitude: $0[0], latitude: $0[1]) }
        guard ring.count >= 3 else { return nil }
        if let first = ring.first, ring.last != first { ring.append(first) }
        return GeoJSON.Shape(name: town.name, form: .area, parts: [ring])
    }

    private var corners: [Coordinate] {
        layers.flatMap(\.shapes).flatMap(\.parts).flatMap(\.self)
            + kinds.flatMap(\.places).map { Self.coordinate($0.longitude, $0.latitude) }
    }

    var isEmpty: Bool { corners.isEmpty }

    /// `west,south,east,north` in degrees, with a margin.
    var bounds: String {
        let corners = corners
        let longitudes = corners.map(\.longitude)
        let latitudes = corners.map(\.latitude)
        guard let west = longitudes.min(), let east = longitudes.max(), let south = latitudes.min(),
            let north = latitudes.max()
        else { return "" }
        let sides = [west - Self.margin, south - Self.margin, east + Self.margin, north + Self.margin]
        return sides.map { String(format: "%.6f", $0) }.joined(separator: ",")
    }

    var note: String {
        let count = kinds.reduce(0) { $0 + $1.places.count }
        return count > Self.greatestMarks ? "共 \(count) 个点，图上按方格合计" : "共 \(count) 个点"
    }

    func drawing() -> String {
        let areas = layers.flatMap(\.shapes).filter { $0.form == .area }.map {
            AreaMap.Area($0.name, rings: $0.parts)
        }
        let count = kinds.reduce(0) { $0 + $1.places.count }
        let places = count > Self.greatestMarks ? counted() : kinds.flatMap(marked)
        let map = AreaMap(
            title: "分布图", areas: areas, places: places,
            legend: kinds.map { kind, _ in
                AreaMap.LegendEntry(kind.title, tone: Self.tone(kind), mark: Self.mark(kind))
            }, remark: "示意图，非测绘成果", width: Self.width)
        return map.drawing().svg
    }

    private func marked(_ kind: SourceKind, _ places: [SourcePlace]) -> [AreaMap.Place] {
        places.map { place in
            AreaMap.Place(
                place.name, at: Self.coordinate(place.longitude, place.latitude), state: kind.title,
                tone: Self.tone(kind), mark: Self.mark(kind), href: SiteURL.source(place.id).path)
        }
    }

    /// Cells of a grid over everything, each with how many lie in it, kind by kind.
    private func counted() -> [AreaMap.Place] {
        let all = kinds.flatMap(\.places)
        guard let west = all.map(\.longitude).min(), let east = all.map(\.longitude).max(),
            let south = all.map(\.latitude).min(), let north = all.map(\.latitude).max()
        else { return [] }
        let side = max(1, max(east - west, north - south) / Self.cells)
        return kinds.flatMap { kind, places -> [AreaMap.Place] in
            let cells = Dictionary(grouping: places) { place in
                [(place.longitude - west) / side, (place.latitude - south) / side]
            }
            return cells.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { cell, inside in
                let middle = Self.coordinate(
                    west + cell[0] * side + side / 2, south + cell[1] * side + side / 2)
                let box = [
                    west + cell[0] * side, south + cell[1] * side, west + (cell[0] + 1) * side,
                    south + (cell[1] + 1) * side,
                ].map { String(format: "%.6f", Double($0) / 1_000_000) }.joined(separator: ",")
                return AreaMap.Place(
                    "\(inside.count)", at: middle, state: "\(kind.title) \(inside.count) \(kind.measure)",
                    tone: Self.tone(kind), mark: Self.mark(kind), href: SiteURL.sources(kind.id, within: box).path)
            }
        }
    }

    private static func coordinate(_ longitude: Int64, _ latitude: Int64) -> Coordinate {
        Coordinate(longitude: Double(longitude) / 1_000_000, latitude: Double(latitude) / 1_000_000)
    }

    private static func mark(_ kind: SourceKind) -> SVGMark { SVGMark(rawValue: kind.mark.shape.rawValue) ?? .circle }

    private static func tone(_ kind: SourceKind) -> Tone? {
        guard let number = UInt32(kind.mark.colour.dropFirst(), radix: 16) else { return nil }
        return Tone(
            name: "kind-\(kind.id)", red: UInt8(number >> 16 & 255), green: UInt8(number >> 8 & 255),
            blue: UInt8(number & 255))
    }
}

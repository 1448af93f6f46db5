import Documents
import Registry
import Standards
import Storage

extension MapPage {
    /// Kinds shown at first hold no more points together than a telephone draws with ease.
    private static let greatestFirst = 5_000

    /// - Parameters:
    ///   - chosen: ids of the kinds to show; empty for those that are shown at first.
    ///   - place: a source that the map is opened at; nil for everything.
    init(
        showing chosen: Set<String>, at place: String? = nil, error: String? = nil, recorded: Int64? = nil,
        in context: PageContext
    ) throws {
        let counts = try SourceStore.placedCounts(in: context.connection)
        let isLimited = context.services.visitor.range != nil
        var left = Self.greatestFirst
        var kinds: [(kind: SourceKind, isShown: Bool)] = []
        for kind in try context.visibleKinds() {
            guard let count = counts[kind.id], count > 0 else { continue }
            let isShown = chosen.isEmpty ? count <= left : chosen.contains(kind.id)
            if isShown { left -= count }
            kinds.append((kind, isShown))
        }
        let sheet = try MapSheet(kinds.filter(\.isShown).map(\.kind), in: context)
        let mayChange = context.services.visitor.may(RegistryActions.edit) && !isLimited
        let token = context.services.formToken.text
        self.init(
            frame: PageFrame(
                "地图", in: context, at: .map, notice: recorded.map { "已记入台账第 \($0) 条。" }),
            kinds: kinds.map { kind, isShown in
                Kind(
                    id: kind.id, title: kind.title, countText: isLimited ? "" : "\(counts[kind.id] ?? 0)",
                    colour: kind.mark.colour, isShown: isShown, href: SiteURL.mapSources(kind.id).path,
                    listHref: SiteURL.sources(kind.id).path)
            },
            layers: sheet.layers.map { layer in
                Layer(
                    id: layer.id, title: layer.title, detail: layer.detail, href: SiteURL.mapLayer(layer.id).path,
                    recordHref: layer.sequence.map { SiteURL.record($0).path },
                    removal: mayChange && layer.sequence != nil
                        ? Removal(action: SiteURL.mapLayerRemoval(layer.id).path, tokenValue: token) : nil)
            },
            bounds: try place.flatMap { try Self.bounds(at: $0, in: context) } ?? sheet.bounds,
            drawing: sheet.isEmpty ? nil : sheet.drawing(), drawingNote: sheet.note,
            emptyReason: "还没有坐标和边界。给档案填上位置，或导入街镇边界（GeoJSON），就会画在这里。",
            formAction: SiteURL.map.path,
            taking: mayChange
                ? Taking(
                    action: SiteURL.mapLayers.path, tokenValue: token,
                    datums: SourcePoint.Datum.allCases.filter { $0 != .unknown }.map {
                        SourceFormPage.Option(value: $0.rawValue, label: $0.rawValue, isSelected: $0 == .wgs84)
                    }) : nil, error: error)
    }

    /// About two kilometres around a source that the visitor may see.
    private static func bounds(at id: String, in context: PageContext) throws -> String? {
        guard let head = try context.visibleSource(id),
            let place = try SourceStore.place(of: head, in: context.connection)
        else { return nil }
        let side: Int64 = 20_000
        let sides = [place.longitude - side, place.latitude - side, place.longitude + side, place.latitude + side]
        return sides.map { GeoJSONWriter.degrees($0) }.joined(separator: ",")
    }
}

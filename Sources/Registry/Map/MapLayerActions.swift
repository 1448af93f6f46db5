package import Documents
import Ledger
package import Records
import Storage

/// Taking layers of shapes in, and off the map again.
package enum MapLayerActions {
    static let imported = "registry.layer.imported"
    static let removed = "registry.layer.removed"

    /// The datum of a file: what it says itself, else what its sender says.
    package static func datum(of map: GeoJSON, otherwise told: SourcePoint.Datum) -> SourcePoint.Datum {
        guard let name = map.systemName else { return told }
        let short = name.split(separator: ":").suffix(1).joined()
        switch short.uppercased() {
        case "4490", "4326", "CRS84": return .wgs84
        default: return SourcePoint.Datum(written: name) ?? told
        }
    }

    /// Takes a layer in, whose file is stored.
    package static func take(
        _ id: SourceID, _ title: String, _ map: GeoJSON, datum: SourcePoint.Datum, file: String, bytes: [UInt8],
        by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: imported, subject: id.rawValue,
            body: [
                "kind": "map-layer", "version": 1, "title": .string(title), "file": .string(file),
                "attachment": .string(AttachmentID(of: bytes).rawValue), "datum": .string(datum.rawValue),
                "shapes": .integer(Int64(map.shapes.count)),
            ])
    }

    /// Takes a layer off the map; its file stays.
    package static func remove(_ layer: MapLayer, reason: String, by actor: Actor) -> Action {
        Action(
            actor: actor, name: removed, subject: layer.id,
            body: ["kind": "map-layer", "version": 1, "reason": .string(reason)])
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: imported, word: "导入图层", effect: .none, permission: RegistryActions.edit, check: checkTaking),
        ActionKind(
            name: removed, word: "删除图层", effect: .none, permission: RegistryActions.edit, check: checkRemoving),
    ]

    private static func checkTaking(_ action: Action, _ connection: ReadConnection) throws {
        let title = action.body["title"]?.text ?? ""
        guard !title.isEmpty, title.count <= SourceOrigin.greatestLength else {
            throw RecordsError(.invalid, field: "title", detail: title)
        }
        guard action.body["attachment"]?.text?.utf8.count == 64,
            SourcePoint.Datum(rawValue: action.body["datum"]?.text ?? "") != nil
        else { throw RecordsError(.invalid, field: "attachment", detail: "") }
        guard try MapLayerStore.layers(in: connection).allSatisfy({ $0.title != title }) else {
            throw RecordsError(.superseded, field: "title", detail: title)
        }
    }

    private static func checkRemoving(_ action: Action, _ connection: ReadConnection) throws {
        guard try MapLayerStore.layers(in: connection).contains(where: { $0.id == action.subject }) else {
            throw RecordsError(.unknownSubject, field: "layer", detail: action.subject)
        }
        let reason = action.body["reason"]?.text ?? ""
        guard !reason.isEmpty, reason.count <= SourceCheck.greatestTextLength else {
            throw RecordsError(.invalid, field: "reason", detail: reason)
        }
    }
}

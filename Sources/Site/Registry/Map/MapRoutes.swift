import Documents
import Hummingbird
import Ledger
import Records
import Registry
import Storage

/// The map and what is drawn on it.
struct MapRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        addReading(to: router)
        addWriting(to: router)
    }

    private func addReading(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.map) { request, _ in
            let chosen = Set(FormFields(request.uri.query ?? "").all("kind"))
            let query = RequestQuery(request)
            let recorded = try query.record("recorded")
            let place = query.text("at")
            return Self.drawn(
                try await shell.page(.map) { try MapPage(showing: chosen, at: place, recorded: recorded, in: $0) })
        }
        router.get(.mapSources) { _, context in
            let id = try context.segment("kind")
            let bytes = try await shell.read { page in
                let kind = try page.sourceKind(id)
                let query = try page.sourceQuery(kind.id)
                var writer = GeoJSONWriter()
                for place in try SourceStore.places(query, limit: MapSheet.greatestPlaces, in: page.connection) {
                    writer.point(
                        longitude: place.longitude, latitude: place.latitude,
                        [("id", place.id), ("name", place.name)])
                }
                return writer.finished()
            }
            return Self.geoJSON(bytes)
        }
        router.get(.mapLayer) { _, context in
            let id = try context.segment("layer")
            let bytes = try await shell.read { page in
                guard let layer = try MapSheet.layers(in: page).first(where: { $0.id == id }) else {
                    throw SiteError(.unknownObject, subject: "图层", detail: id)
                }
                var writer = GeoJSONWriter()
                for shape in layer.shapes { writer.shape(shape) }
                return writer.finished()
            }
            return Self.geoJSON(bytes)
        }
    }

    private func addWriting(to router: Router<SiteContext>) {
        let shell = shell
        router.post(.mapLayers) { request, context in
            guard let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/form-data") else {
                throw SiteError(.foreignForm)
            }
            // The form's other parts are short.
            let body = try await request.body.collect(upTo: GeoJSON.greatestBytes + 64 << 10)
            guard let form = MultipartForm(Array(body.readableBytesView), type: type),
                form.text(FormToken.field) == shell.services.formToken.text
            else { throw SiteError(.foreignForm) }
            guard let file = form.file("file") else { return try await refused("请选择 GeoJSON 文件。") }
            let map: GeoJSON
            do throws(DocumentError) {
                map = try GeoJSON(file.bytes)
            } catch {
                return try await refused(error.message)
            }
            let name = String((file.fileName ?? "").split(whereSeparator: { "/\\".contains($0) }).last ?? "")
            let told = SourcePoint.Datum(written: form.text("datum") ?? "") ?? .wgs84
            let services = shell.services
            let action = MapLayerActions.take(
                .mint(), form.text("title") ?? "", map, datum: MapLayerActions.datum(of: map, otherwise: told),
                file: String(name.suffix(200)), bytes: file.bytes, by: services.actor)
            return try await record(action) { _ = try services.book.archive.attachments.store(file.bytes) }
        }
        router.post(.mapLayerRemoval) { request, context in
            let id = try context.segment("layer")
            let fields = try await FormFields(posted: request, in: context)
            guard shell.services.formToken.isIn(fields) else { throw SiteError(.foreignForm) }
            let layers = try await shell.read { try MapLayerStore.layers(in: $0.connection) }
            guard let layer = layers.first(where: { $0.id == id }) else {
                throw SiteError(.unknownObject, subject: "图层", detail: id)
            }
            let action = MapLayerActions.remove(
                layer, reason: fields.first("reason") ?? "", by: shell.services.actor)
            return try await record(action) {}
        }
    }

    /// Puts an action on record once its file is stored.
    private func record(_ action: Action, storing store: () throws -> Void) async throws -> Response {
        do {
            try store()
            let done = try await shell.services.book.record(action)
            return .redirect(to: SiteURL.map(recorded: done.sequence).path)
        } catch let error as RecordsError {
            switch (error.code, error.field) {
            case (.superseded, "title"): return try await refused("已有名为“\(error.detail)”的图层，没有导入。请换个名称，或先删去旧的。")
            case (.invalid, "title"): return try await refused("请给图层起个名称（至多 100 字），没有导入。")
            case (.invalid, "reason"): return try await refused("请写明事由（至多 500 字），没有删除。")
            default: throw error
            }
        }
    }

    private func refused(_ message: String) async throws -> Response {
        Self.drawn(
            try await shell.page(.map, status: .unprocessableContent) { page in
                try MapPage(showing: [], error: message, in: page)
            })
    }

    /// The page of the map may start MapLibre's workers, which it makes out of its own text.
    private static func drawn(_ response: Response) -> Response {
        var response = response
        response.headers[.contentSecurityPolicy] = SecurityHeaders.policy + "; worker-src blob:"
        return response
    }

    private static func geoJSON(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/geo+json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

import Hummingbird

/// Style sheet, scripts and drawings, held in memory.
struct SiteAssets: Sendable {
    private struct Asset: Sendable {
        let body: ByteBuffer
        let type: String
        let tag: String
    }

    private let assets: [String: Asset]
    /// Changes whenever an asset changes; stands in the addresses of assets.
    let version: String

    /// Reads the folder `Assets`.
    ///
    /// - Throws: `SiteError` with `.missingFile`.
    init() throws(SiteError) {
        let files = try SiteFiles.contents(of: SiteFiles.folder("Assets"))
        var assets: [String: Asset] = [:]
        for (path, bytes) in files {
            assets[path] = Asset(
                body: ByteBuffer(bytes: bytes), type: Self.type(of: path), tag: "\"\(Self.digest(bytes))\"")
        }
        self.assets = assets
        let tags = assets.sorted { $0.key < $1.key }.map { $0.key + $0.value.tag }
        version = String(Self.digest(Array(tags.joined().utf8)).prefix(10))
    }

    /// The answer to a request for an asset.
    ///
    /// - Throws: `SiteError` with `.notFound`.
    func response(to request: Request, path: String) throws(SiteError) -> Response {
        guard let asset = assets[path] else { throw SiteError(.notFound, subject: path) }
        let isCurrent = FormFields(request.uri.query ?? "").first("v") == version
        var headers: HTTPFields = [
            .contentType: asset.type, .eTag: asset.tag,
            .cacheControl: isCurrent ? "public, max-age=31536000, immutable" : "no-cache",
        ]
        if request.headers[.ifNoneMatch] == asset.tag { return Response(status: .notModified, headers: headers) }
        headers[.contentLength] = String(asset.body.readableBytes)
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: asset.body))
    }

    /// The bytes of an asset, for packages that take it along.
    ///
    /// - Throws: `SiteError` with `.missingFile`.
    func bytes(of path: String) throws(SiteError) -> [UInt8] {
        guard let asset = assets[path] else { throw SiteError(.missingFile, subject: path, detail: "Assets") }
        return Array(asset.body.readableBytesView)
    }

    private static func type(of path: String) -> String {
        switch path.split(separator: ".").last ?? "" {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        default: "application/octet-stream"
        }
    }

    /// FNV-1a: tells versions of our own files apart, guards nothing.
    private static func digest(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return String(hash, radix: 36)
    }
}

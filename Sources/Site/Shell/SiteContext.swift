package import Hummingbird

/// What belongs to one request.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address of the machine that asks, without its port; empty where there is none, as in tests of the router.
    let source: String
    /// Lets in whom a route is for; nil before the visitor is recognised.
    var door: RouteDoor?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        self.source = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// A review of a whole day with a note is a few kilobytes, a device with 300 codes and their analysers a hundred; in bytes.
    package var maxUploadSize: Int { 256 * 1024 }

    /// A segment of the path, decoded.
    ///
    /// - Throws: `SiteError` with `.notFound` when the route has no such segment.
    func segment(_ name: String) throws -> String {
        guard let text = parameters.get(name) else { throw SiteError(.notFound, subject: name) }
        return PercentCoding.decoded(segment: text)
    }
}

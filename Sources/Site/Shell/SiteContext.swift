package import Hummingbird

/// What belongs to one request. Later the person signed in stands here.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage

    package init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }

    /// A form of ours is a few hundred bytes; a review of a whole day with a note stays below this, in bytes.
    package var maxUploadSize: Int { 64 * 1024 }

    /// A segment of the path, decoded.
    ///
    /// - Throws: `SiteError` with `.notFound` when the route has no such segment.
    func segment(_ name: String) throws -> String {
        guard let text = parameters.get(name) else { throw SiteError(.notFound, subject: name) }
        return PercentCoding.decoded(segment: text)
    }
}

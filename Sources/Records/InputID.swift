import Storage

/// The id of something a figure was computed from, `kind/part/part…`, e.g. `air-hour/D001A/pm25/1795000000`.
package struct InputID: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package init(_ kind: String, _ parts: [String]) { rawValue = ([kind] + parts).joined(separator: "/") }

    /// The parts behind the kind, when the id is of this kind.
    package func parts(of kind: String) -> [String]? {
        let pieces = rawValue.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard pieces.first == kind else { return nil }
        return Array(pieces.dropFirst())
    }
}

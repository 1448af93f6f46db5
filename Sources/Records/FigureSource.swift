package import Storage

/// A capability's offer to figures: documented views to select from, and the way back from a selected row to its inputs.
package protocol FigureSource: Sendable {
    /// The views that figure definitions may name.
    var views: [DocumentedView] { get }

    /// Where an input came from.
    ///
    /// - Returns: nil when the id belongs to another source.
    func trace(_ input: InputID, in connection: ReadConnection, from archive: Archive) throws -> InputTrace?

    /// Where several inputs came from: what `trace` says of each, with what they share read once.
    ///
    /// - Returns: a trace, or nil, for each input in its place.
    func traces(
        _ inputs: [InputID], in connection: ReadConnection, from archive: Archive
    ) throws -> [InputTrace?]

    /// What an argument of a figure is called by people: `place` = `D001A` → 衡央公园.
    ///
    /// - Returns: nil when the value is not one of this source's.
    func name(of argument: String, value: String, in connection: ReadConnection) throws -> String?
}

extension FigureSource {
    package func name(of argument: String, value: String, in connection: ReadConnection) throws -> String? { nil }

    package func traces(
        _ inputs: [InputID], in connection: ReadConnection, from archive: Archive
    ) throws -> [InputTrace?] {
        try inputs.map { try trace($0, in: connection, from: archive) }
    }
}

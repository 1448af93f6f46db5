package import Storage

/// A capability's offer to figures: documented views to select from, and the way back from a selected row to its inputs.
package protocol FigureSource: Sendable {
    /// The views that figure definitions may name.
    var views: [DocumentedView] { get }

    /// Where an input came from.
    ///
    /// - Returns: nil when the id belongs to another source.
    func trace(_ input: InputID, in connection: ReadConnection, from archive: Archive) throws -> InputTrace?
}

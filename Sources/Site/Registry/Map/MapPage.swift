/// The map: sources by kind over the bureau's own shapes. A drawing of the server stands there first; where the browser can, it
/// is replaced by a map that moves.
package struct MapPage: Sendable {
    package let frame: PageFrame
    package let kinds: [Kind]
    package let layers: [Layer]
    /// `west,south,east,north` in degrees: what is shown at first.
    package let bounds: String
    /// The server's drawing; nil when nothing has a place.
    package let drawing: String?
    package let drawingNote: String
    package let emptyReason: String
    package let formAction: String
    /// The form that takes a layer in; nil for who may not.
    package let taking: Taking?
    /// Why the last layer was refused; nil at first.
    package let error: String?

    /// A kind of sources that can be shown.
    package struct Kind: Sendable {
        package let id: String
        package let title: String
        package let countText: String
        package let colour: String
        package let isShown: Bool
        /// The points.
        package let href: String
        /// The list that a rectangle narrows.
        package let listHref: String
    }

    /// A layer of shapes.
    package struct Layer: Sendable {
        package let id: String
        package let title: String
        package let detail: String
        package let href: String
        package let recordHref: String?
        /// The form that takes it off; nil for what cannot be.
        package let removal: Removal?
    }

    package struct Removal: Sendable {
        package let action: String
        package let tokenValue: String
    }

    package struct Taking: Sendable {
        package let action: String
        package let tokenValue: String
        package let datums: [SourceFormPage.Option]
    }
}

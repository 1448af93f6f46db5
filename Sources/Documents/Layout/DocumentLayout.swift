/// How a paper is set on pages: A4 as GB/T 9704-2012 has it, with sizes that may differ.
package struct DocumentLayout: Hashable, Sendable {
    package enum Orientation: String, Hashable, Sendable {
        case portrait, landscape
    }

    package var typefaces: Typefaces
    package var orientation: Orientation
    package var titleSize: FontSize
    package var bodySize: FontSize
    package var tableSize: FontSize
    package var noteSize: FontSize
    /// Printed on both sides: page numbers on the outer side, mirrored margins.
    package var isTwoSided: Bool
    package var hasPageNumbers: Bool

    package init(
        typefaces: Typefaces, orientation: Orientation, titleSize: FontSize, bodySize: FontSize, tableSize: FontSize,
        noteSize: FontSize, isTwoSided: Bool, hasPageNumbers: Bool
    ) {
        self.typefaces = typefaces
        self.orientation = orientation
        self.titleSize = titleSize
        self.bodySize = bodySize
        self.tableSize = tableSize
        self.noteSize = noteSize
        self.isTwoSided = isTwoSided
        self.hasPageNumbers = hasPageNumbers
    }

    /// GB/T 9704-2012: title 二号, text 三号, tables 小四.
    package static let official = DocumentLayout(
        typefaces: .official, orientation: .portrait, titleSize: .two, bodySize: .three, tableSize: .smallFour,
        noteSize: .smallFour, isTwoSided: true, hasPageNumbers: true)

    /// A bulletin: the same page, tables and notes 五号.
    package static let bulletin = DocumentLayout(
        typefaces: .official, orientation: .portrait, titleSize: .two, bodySize: .three, tableSize: .five,
        noteSize: .five, isTwoSided: true, hasPageNumbers: true)
}

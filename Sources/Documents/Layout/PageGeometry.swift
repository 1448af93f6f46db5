/// The page of GB/T 9704-2012 (5.1, 5.2.1): A4, 37 mm above, 28 mm at the binding, text 156 mm × 225 mm,
/// 22 lines of 28 characters. All distances in twentieths of a point.
struct PageGeometry {
    /// 156 mm.
    static let textWidth = twips(millimetres: 156)
    /// 225 mm.
    static let textHeight = twips(millimetres: 225)
    private static let linesPerPage = 22
    private static let charactersPerLine = 28

    let orientation: DocumentLayout.Orientation

    var pageWidth: Int { orientation == .portrait ? Self.twips(millimetres: 210) : Self.twips(millimetres: 297) }
    var pageHeight: Int { orientation == .portrait ? Self.twips(millimetres: 297) : Self.twips(millimetres: 210) }
    /// Landscape is the page turned: the binding is above.
    var top: Int { Self.twips(millimetres: orientation == .portrait ? 37 : 28) }
    var left: Int { Self.twips(millimetres: orientation == .portrait ? 28 : 37) }
    /// The rest of the page, so that the text has its width exactly.
    var right: Int { pageWidth - left - width }
    var bottom: Int { pageHeight - top - height }
    /// Width of the text.
    var width: Int { orientation == .portrait ? Self.textWidth : Self.textHeight }
    /// Height of the text.
    var height: Int { orientation == .portrait ? Self.textHeight : Self.textWidth }
    /// The header's distance from the upper edge.
    var header: Int { Self.twips(millimetres: orientation == .portrait ? 22 : 14) }
    /// The footer's distance from the lower edge. The dashes beside the number are to stand 7 mm below the text
    /// (7.5): with 四号 type the line then ends 9.5 mm below it.
    var footer: Int { bottom - Self.twips(tenths: 95) }

    /// Distance from line to line.
    static var linePitch: Int { textHeight / linesPerPage }

    /// What is added to each character so that 28 of 三号 (16 pt) fill 156 mm: a quarter of a point less.
    ///
    /// A character grid (`w:docGrid` with `linesAndChars`) would say the same, but LibreOffice gives a letter that is
    /// wider than its cell two cells.
    static func characterSpacing(_ size: FontSize) -> Int {
        let characters = size == .three ? charactersPerLine : textWidth / size.twips
        let exact = textWidth - characters * size.twips
        // Towards less, so that the last character still fits.
        return exact < 0 ? (exact - characters + 1) / characters : 0
    }

    static func twips(millimetres: Int) -> Int { twips(tenths: millimetres * 10) }

    /// From tenths of a millimetre: 1 mm is 1440 / 25.4 twentieths of a point.
    static func twips(tenths: Int) -> Int { (tenths * 1_440 + 127) / 254 }
}

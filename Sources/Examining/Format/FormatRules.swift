package import Catalog

/// `Catalog/examining/official-format.yaml`.
package struct FormatRules: Sendable {
    static let id = "official-format"

    /// The faces of the standard by which its parts are set.
    enum Face: String, CaseIterable, Sendable {
        case body = "仿宋"
        case heading = "黑体"
        case subheading = "楷体"
        case title = "小标宋"
        case number = "宋体"
    }

    /// Millimetres.
    struct Page: Hashable, Sendable {
        let width: Int
        let height: Int
        let top: Int
        let binding: Int
        let textWidth: Int
        let textHeight: Int
        let tolerance: Int
    }

    struct Check: Hashable, Sendable {
        let clause: String
        let severity: FindingSeverity
    }

    let page: Page
    let lines: Int
    let characters: Int
    /// Points.
    let bodySize: Int
    let titleSize: Int
    let pageNumberSize: Int
    let colophonSize: Int
    let checks: [FormatKind: Check]
    private let faces: [Face: Set<String>]

    /// - Throws: `CatalogError` with the faults of the file, or `.unknownRule` where it is missing.
    package init(_ catalog: RuleCatalog) throws(CatalogError) {
        let reader = RuleReader(try ExaminingRules.file(Self.id, in: catalog))
        self.init(reader)
        try reader.finish()
    }

    init(_ reader: RuleReader) {
        let body = reader.body(keys: ["page", "grid", "sizes", "faces", "checks"])
        let page = body.mapping(
            "page", keys: ["width", "height", "top", "binding", "text_width", "text_height", "tolerance"])
        let lengths = 1...1_000
        self.page = Page(
            width: page.integer("width", in: lengths), height: page.integer("height", in: lengths),
            top: page.integer("top", in: lengths), binding: page.integer("binding", in: lengths),
            textWidth: page.integer("text_width", in: lengths), textHeight: page.integer("text_height", in: lengths),
            tolerance: page.integer("tolerance", in: 0...20))
        let grid = body.mapping("grid", keys: ["lines", "characters"])
        lines = grid.integer("lines", in: 1...100)
        characters = grid.integer("characters", in: 1...100)
        let sizes = body.mapping("sizes", keys: ["body", "title", "page_number", "colophon"])
        bodySize = sizes.integer("body", in: 5...72)
        titleSize = sizes.integer("title", in: 5...72)
        pageNumberSize = sizes.integer("page_number", in: 5...72)
        colophonSize = sizes.integer("colophon", in: 5...72)
        let names = body.mapping("faces", keys: Face.allCases.map(\.rawValue))
        faces = Dictionary(uniqueKeysWithValues: Face.allCases.map { ($0, Set(names.texts($0.rawValue))) })
        let table = body.mapping("checks", keys: FormatKind.allCases.map(\.rawValue))
        var checks: [FormatKind: Check] = [:]
        for kind in FormatKind.allCases {
            let row = table.mapping(kind.rawValue, keys: ["clause", "severity"])
            checks[kind] = Check(
                clause: row.text("clause"), severity: row.choice("severity", as: FindingSeverity.self) ?? .error)
        }
        self.checks = checks
    }

    /// Whether a font is the face that is wanted, or one that goes for it.
    func isFace(_ font: String, _ face: Face) -> Bool { faces[face]?.contains(font) ?? false }
}

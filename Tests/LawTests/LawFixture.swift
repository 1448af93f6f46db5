import Catalog
import Law
import Standards

/// The bundled rules, read once, and days without ceremony.
enum LawFixture {
    static let catalog = Result { try RuleCatalog.load(overlay: nil) }
    /// The first day of the code.
    static let change = day("2026-08-15")

    static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .first }

    static func violation(_ code: String) throws -> Violation {
        try ViolationBook(try catalog.get()).violation(code)
    }

    static func table(_ id: String) throws -> DiscretionTable? {
        try DiscretionBook(try catalog.get()).all.first { $0.id == id }
    }

    /// The bundled rules with one file changed.
    static func catalog(changing path: String, _ old: String, to new: String) throws -> RuleCatalog {
        let files = try catalog.get().sourceFiles.map { file in
            guard file.path == path else { return file }
            return RuleSourceFile(path: path, isOverlay: false, text: file.text.replacing(old, with: new))
        }
        return try RuleCatalog.load(files)
    }
}

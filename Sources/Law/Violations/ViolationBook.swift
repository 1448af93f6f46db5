package import Catalog

/// All violations: one file each in `Catalog/law/violations`, the bureau's own before the bundled ones.
package struct ViolationBook: Sendable {
    static let folder = "law/violations"

    /// By code.
    package let all: [Violation]

    /// - Throws: `CatalogError` with the faults of all files.
    package init(_ catalog: RuleCatalog) throws(CatalogError) {
        all = try catalog.reading { () throws(CatalogError) -> [Violation] in
            var found: [String: (isOverlay: Bool, violation: Violation)] = [:]
            var faults: [CatalogFault] = []
            for file in catalog.files(under: Self.folder) {
                let reader = RuleReader(file)
                let violation = Violation(file, with: reader)
                faults += reader.faults
                if let other = found[violation.code], other.isOverlay { continue }
                found[violation.code] = (file.isOverlay, violation)
            }
            guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults.sorted()) }
            return found.values.map(\.violation).sorted { $0.code < $1.code }
        }
    }

    /// A violation by its code.
    ///
    /// - Throws: `LawError` with `.unknownViolation`.
    package func violation(_ code: String) throws(LawError) -> Violation {
        guard let found = all.first(where: { $0.code == code }) else {
            throw LawError(.unknownViolation, detail: code)
        }
        return found
    }
}

import Catalog
import Standards

@testable import Examining

/// The shipped rules, and sentences put through them.
enum ExaminingFixture {
    static let rules = Result { try ExaminingRules(RuleCatalog.load(overlay: nil)) }

    static func examine(_ lines: [String], on date: CivilDate? = nil) throws -> Examination {
        Examination(of: lines, date: date, rules: try rules.get())
    }

    /// The texts at which something of a kind was found, of any severity.
    static func found(_ kind: CheckKind, _ lines: String..., on date: CivilDate? = nil) throws -> [String] {
        try examine(lines, on: date).findings.filter { $0.kind == kind }.map(\.text)
    }

    /// What was recomputed of a kind.
    static func confirmed(_ kind: CheckKind, _ lines: String...) throws -> [String] {
        try examine(lines).confirmed.filter { $0.kind == kind }.map(\.computed)
    }
}

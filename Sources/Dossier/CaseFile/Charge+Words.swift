import Catalog
package import Law
import Standards

extension Charge {
    /// The provision that is applied: the one that the legal section chose, else that of the end of the conduct; nil where the
    /// book has none.
    package func provision(_ violations: ViolationBook) -> Provision? {
        guard let violation = try? violations.violation(violation) else { return nil }
        if let choice { return violation.provisions.first { $0.effective.from == choice.provision } }
        return try? violation.provision(on: conduct.end)
    }

    /// What papers say of it.
    func text(_ field: PaperFill.ChargeField, _ violations: ViolationBook) -> String? {
        let found = provision(violations)
        switch field {
        case .title: return (try? violations.violation(violation))?.title
        case .facts: return facts
        case .conduct:
            let (from, to) = (conduct.start.chinese, conduct.end.chinese)
            return from == to ? from : "\(from)至\(to)"
        case .violated: return found.map { $0.violated.map(ArticleCitation.formal).joined(separator: "、") }
        case .penalty: return found.map { ArticleCitation.formal($0.penalty) }
        }
    }
}

extension Discretion {
    /// How the amount came about, as papers say it.
    package var words: String {
        var lines = [result.table.map { "按\($0)裁量" } ?? "没有现行裁量基准，在法定幅度内确定"]
        lines += result.terms.map { "\($0.factor)：\($0.level)" + ($0.isUnknown ? "（无法查明，按最低档）" : "") }
        lines += result.arithmetic
        lines.append("拟处罚款\(proposed)" + (reason.map { "；理由：\($0)" } ?? ""))
        return lines.joined(separator: "；")
    }
}

import Catalog
import Law

extension LawPage {
    /// What is asked for.
    struct Search: Sendable {
        var text = ""
        var category = ""
    }

    init(_ search: Search = Search(), in context: PageContext) throws {
        let all = try ViolationBook(context.catalog).all
        let tables = try DiscretionBook(context.catalog).all.filter { $0.effective.contains(context.today) }
        let found = all.filter { violation in
            let texts = [violation.code, violation.title, violation.description]
            return (search.text.isEmpty || texts.contains { $0.lowercased().contains(search.text.lowercased()) })
                && (search.category.isEmpty || violation.category.rawValue == search.category)
        }
        self.init(
            frame: PageFrame("法律与裁量", in: context, at: .law), countText: "违法行为 \(found.count) 项",
            action: SiteURL.law.path, text: search.text,
            categories: [ReviewForm.Choice(value: "", label: "全部类别", isChosen: search.category.isEmpty)]
                + Violation.Category.allCases.map {
                    ReviewForm.Choice(value: $0.rawValue, label: $0.word, isChosen: $0.rawValue == search.category)
                },
            rows: found.map { violation in
                Self.row(violation, tables.filter { $0.violation == violation.code })
            })
    }

    private static func row(_ violation: Violation, _ tables: [DiscretionTable]) -> Row {
        let latest = violation.provisions.first
        let tiers = latest?.tiers ?? []
        let more = tiers.count > 1 ? " 等 \(tiers.count) 档" : ""
        let measures = latest.map(LawWords.measures) ?? []
        return Row(
            code: violation.code, href: SiteURL.violation(violation.code).path, title: violation.title,
            category: violation.category.word, penalty: latest?.penalty ?? "—",
            fine: tiers.first.map { "\($0)\(more)" } ?? "—",
            measures: measures.isEmpty ? "—" : measures.joined(separator: "、"),
            table: tables.isEmpty ? "—" : tables.map(\.id).joined(separator: "、"))
    }
}

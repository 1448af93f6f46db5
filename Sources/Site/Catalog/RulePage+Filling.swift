import Catalog
import Judging

extension RulePage {
    /// A rule with all its versions.
    ///
    /// - Throws: `SiteError` with `.unknownObject`.
    init(_ id: String, in context: PageContext) throws {
        let files = Set(context.catalog.rules.map { $0.path.split(separator: "/").dropLast().joined(separator: "/") })
            .flatMap { context.catalog.files(under: $0) }.filter { $0.header.id == id }
            .sorted { $0.header.effective.from > $1.header.effective.from }
        guard let first = files.first else { throw SiteError(.unknownObject, subject: "规则", detail: id) }
        self.init(
            frame: PageFrame(id, in: context, at: .rules), ruleTitle: ScreenText.lowered(first.header.title),
            versions: files.map { file in
                Version(
                    heading: file.header.effective.chinese + "（"
                        + RuleWords.standing(file.header.effective, on: context.today).text + "）",
                    facts: [
                        LabelledText(label: "编号", value: file.header.id, href: nil),
                        LabelledText(label: "来源", value: RuleWords.source(file.header.source), href: nil),
                        LabelledText(
                            label: "可信程度", value: RuleWords.confidence(file.header.confidence).text, href: nil),
                        LabelledText(label: "文件", value: file.path, href: nil),
                    ], tables: RuleTable.tables(of: file.header, in: context.catalog), content: RuleTree.text(file.node)
                )
            })
    }
}

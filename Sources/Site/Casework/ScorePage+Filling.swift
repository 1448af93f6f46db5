import Casework
import Catalog
import Documents
import Dossier
import Records
import Standards

extension ScorePage {
    init(_ id: String, error: String?, in context: PageContext) throws {
        let file = try CasePaperPage.file(id, in: context)
        let sheet = try Self.sheet(file, in: context)
        let rules = try FatalRules(context.catalog, on: context.today)
        let names = try CaseworkNames(in: context)
        let matter = SiteURL.matter(file.id)
        let mayAct = context.services.visitor.may(CaseworkActions.act)
        let mayOverride = context.services.visitor.holds(rules.mayOverride)
        let undecided = sheet.fatal.count(where: \.isUndecided)
        self.init(
            frame: PageFrame(
                "案卷评查", in: context, at: .matters, path: [Breadcrumb(label: file.title, href: matter.path)]),
            matterTitle: file.title, matterHref: matter.path, docxHref: SiteURL(.matterScoreDocx, ["matter": id]).path,
            totalText: Self.text(sheet.total),
            summary: sheet.open.isEmpty
                ? (undecided == 0 ? "没有重大问题" : "没有发现重大问题，\(undecided) 项待人判定")
                : "重大问题 \(sheet.open.count) 项，整卷零分；改正或者由分管负责人说明理由后才能作出决定",
            error: error, action: SiteURL(.matterScore, ["matter": id]).path, token: context.services.formToken.text,
            fatal: sheet.fatal.sorted { ($0.isOpen ? 0 : 1, $0.item.number) < ($1.isOpen ? 0 : 1, $1.item.number) }
                .map { Self.row($0, names, mayAct: mayAct, mayOverride: mayOverride) },
            lines: sheet.lines.map { line in
                LineRow(
                    paper: line.paper, points: Self.text(line.points), reached: line.reached.map(Self.text) ?? "不参评",
                    losses: line.losses)
            },
            deductions: sheet.deductions.map {
                LabelledText(label: $0.words, value: "−\(Self.text($0.points))", href: nil)
            })
    }

    static func sheet(_ file: CaseFile, in context: PageContext) throws -> ScoreSheet {
        let said = try ReviewStore.answers(of: file.id, in: context.connection)
        return try ScoreSheet(
            try CaseReview(file, by: context.catalog, on: context.today),
            fatal: try FatalRules(context.catalog, on: context.today),
            points: try PointRules(context.catalog, on: context.today), answers: said.answers,
            overrides: said.overrides, forms: try context.casework.forms)
    }

    private static func row(
        _ fatal: ScoreSheet.Fatal, _ names: CaseworkNames, mayAct: Bool, mayOverride: Bool
    ) -> FatalRow {
        let (verdict, tone, faults): (String, String, [String]) =
            switch fatal.verdict {
            case .notConcerned: ("不涉及", "calm", [])
            case .clear: ("未发现", "done", [])
            case .found(let faults): ("发现问题", "bad", faults)
            case .undecided(let why): (fatal.answer == nil ? "待人判定" : "已判定", "warn", [why])
            }
        var said: [String] = []
        if let answer = fatal.answer {
            said.append("\(answer.isFault ? "判定为问题" : "判定无此问题")：\(answer.reason)（\(answer.person) \(answer.day)）")
        }
        if let override = fatal.override {
            said.append("说明理由放行：\(override.reason)（\(override.person) \(override.day)）")
        }
        var isUndecided = fatal.item.check == nil
        if case .undecided = fatal.verdict { isUndecided = true }
        return FatalRow(
            number: fatal.item.number, group: fatal.item.group, words: fatal.item.words, basis: fatal.item.basis,
            verdict: verdict, tone: tone, faults: faults, said: said.isEmpty ? nil : said.joined(separator: "；"),
            asksAnswer: mayAct && isUndecided, asksOverride: mayOverride && fatal.isOpen)
    }

    /// A number of points with two decimals at most.
    static func text(_ points: Rational) -> String {
        guard let exact = try? points.rounded(decimals: 2) else { return "\(points)" }
        let rounded = exact.description
        guard rounded.contains(".") else { return rounded }
        var text = Substring(rounded)
        while text.last == "0" { text.removeLast() }
        return String(text.last == "." ? text.dropLast() : text)
    }

    /// The sheet as it is printed.
    static func printed(_ id: String, in context: PageContext) throws -> Paper {
        let file = try CasePaperPage.file(id, in: context)
        let sheet = try sheet(file, in: context)
        let page = try ScorePage(id, error: nil, in: context)
        let fatal = Table(
            columns: [
                Table.Column(.center, weight: 2), Table.Column(.left, weight: 9), Table.Column(.left, weight: 9),
            ], header: [["项", "重大问题", "结论"]],
            rows: page.fatal.sorted { $0.number < $1.number }.map { row in
                let words = [row.verdict] + row.faults + [row.said].compactMap(\.self)
                return [Table.Cell("\(row.number)"), Table.Cell(row.words), Table.Cell(words.joined(separator: "\n"))]
            })
        let lines = Table(
            columns: [
                Table.Column(.left, weight: 8), Table.Column(.center, weight: 3), Table.Column(.center, weight: 3),
                Table.Column(.left, weight: 9),
            ], header: [["文书", "标准分", "得分", "失分原因"]],
            rows: page.lines.map { row in
                [
                    Table.Cell(row.paper), Table.Cell(row.points), Table.Cell(row.reached),
                    Table.Cell(row.losses.joined(separator: "\n")),
                ]
            })
        var layout = DocumentLayout.bulletin
        layout.isTwoSided = false
        let deducted =
            "卷面扣分：\(text(sheet.deducted))。" + page.deductions.map { "\($0.label)（\($0.value)）" }.joined(separator: "；")
        return Paper(
            name: "案卷评查表", issuer: context.bureauName, layout: layout,
            blocks: [
                .title(["案卷评查表"]), .paragraph(Paragraph([Run("案卷：\(file.title)")], style: .flush)),
                .paragraph(Paragraph([Run("总分：\(page.totalText)　\(page.summary)")], style: .flush)), .table(fatal),
                .table(lines), .paragraph(Paragraph([Run(deducted)], style: .flush)),
                .paragraph(Paragraph([Run("评查人（签名）：　　　　　　　　　　年　　月　　日")], style: .flush)),
            ])
    }
}

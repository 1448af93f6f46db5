import Registry
import Standards

extension SourceImportPage {
    /// Rows that a person looks through on the screen; the marked copy has them all.
    private static let greatestRowCount = 300

    /// - Parameters:
    ///   - plan: what a file would change, with the word by which it is kept; nil before there is one.
    ///   - error: why it was refused; nil for nothing.
    init(
        _ id: String, plan: (plan: SourceImportPlan, key: String)? = nil, order: SourceImport.Order? = nil,
        error: String? = nil, in context: PageContext
    ) throws {
        let kind = try context.sourceKind(id)
        let datum = order?.datum ?? .unknown
        let names = try plan.map { try Self.names($0.plan, in: context) } ?? [:]
        self.init(
            frame: PageFrame(
                "导入\(kind.title)", in: context, at: .sources,
                path: [Breadcrumb(label: kind.title, href: SiteURL.sources(kind.id).path)]),
            heading: "导入\(kind.title)", action: SiteURL.sourceImport(kind.id).path,
            tokenValue: context.services.formToken.text, templateXLSXHref: SiteURL.sourceTemplateXLSX(kind.id).path,
            templateCSVHref: SiteURL.sourceTemplateCSV(kind.id).path,
            originText: order?.origin ?? SourceOrigin.fileName,
            datums: SourcePoint.Datum.allCases.map {
                SourceFormPage.Option(value: $0.rawValue, label: $0.rawValue, isSelected: $0 == datum)
            }, canMatch: kind.matching != nil, asksPeople: order?.asksPeople ?? false,
            matchesHref: kind.matching == nil ? nil : SiteURL.sourceMatches(kind.id).path,
            matchesText: "名单比对：待判定 \(try SourceMatchStore.waiting(of: kind.id, in: context.connection)) 行",
            error: error, preview: plan.map { Preview($0.plan, key: $0.key, SourceText(names: names)) },
            batches: try SourceBatchStore.batches(of: kind.id, limit: 20, in: context.connection).map(Batch.init))
    }

    private static func names(_ plan: SourceImportPlan, in context: PageContext) throws -> [String: String] {
        let references = Set(
            plan.kind.fields.filter { if case .reference = $0.type { true } else { false } }.map(\.name))
        let ids = plan.rows.prefix(greatestRowCount * 4).flatMap(\.changes).filter { references.contains($0.field) }
            .flatMap { [$0.old, $0.new] }
        return try SourceStore.names(of: ids.filter { !$0.isEmpty }, in: context.connection)
    }

    fileprivate static func shown(_ plan: SourceImportPlan) -> [SourcePlannedRow] {
        // What needs a look stands first: what is refused, what is doubtful, what changes; new ones after them.
        let ranked = plan.rows.enumerated().sorted { left, right in
            (rank(left.element), left.offset) < (rank(right.element), right.offset)
        }
        return ranked.prefix(greatestRowCount).map(\.element)
    }

    private static func rank(_ row: SourcePlannedRow) -> Int {
        switch row.outcome {
        case .refused: 0
        case .changes: row.changes.contains(where: \.isContested) ? 1 : row.doubts.isEmpty ? 3 : 2
        case .registers: row.doubts.isEmpty ? 4 : 2
        case .asks: 2
        case .same, .settled: 5
        }
    }

    fileprivate static func change(
        _ change: SourcePlannedRow.Change, _ kind: SourceKind, _ text: SourceText
    ) -> Change {
        let field = kind.field(change.field)
        return Change(
            label: change.title, old: change.old.isEmpty ? "空" : text.value(change.old, field),
            new: text.value(change.new, field), isContested: change.isContested)
    }
}

extension SourceImportPage.Preview {
    fileprivate init(_ plan: SourceImportPlan, key: String, _ text: SourceText) {
        let shown = SourceImportPage.shown(plan)
        let counts = [
            ("共", plan.rows.count), ("新建", plan.registered), ("修改", plan.changed), ("无变化", plan.unchanged),
            ("待人判定", plan.asked),
            ("不能导入", plan.refused), ("存疑", plan.doubtful), ("与其他来源不一致", plan.contested),
        ]
        let unread = plan.unreadColumns
        self.init(
            fileName: plan.fileName, counts: counts.map { LabelledText(label: $0.0, value: "\($0.1) 行", href: nil) },
            columnsText: plan.columns.map { $0.title == $0.field ? $0.title : "\($0.title) → \($0.field)" }
                .joined(separator: "、"),
            unreadText: unread.isEmpty ? nil : unread.joined(separator: "、"),
            rows: shown.map { SourceImportPage.Row($0, plan.kind, text) },
            moreText: plan.rows.count > shown.count ? "其余 \(plan.rows.count - shown.count) 行不在此列出，标注副本中有全部各行。" : nil,
            markedHref: plan.refused + plan.doubtful > 0
                ? SiteURL.sourceImportMarked(plan.kind.id, upload: key).path : nil,
            uploadKey: key, follows: String(plan.sequence), hasRefused: plan.refused > 0, canApply: !plan.isEmpty,
            applyText: "导入：新建 \(plan.registered)，修改 \(plan.changed)"
                + (plan.asked > 0 ? "，交人判定 \(plan.asked)" : ""))
    }
}

extension SourceImportPage.Row {
    fileprivate init(_ row: SourcePlannedRow, _ kind: SourceKind, _ text: SourceText) {
        var href: String?
        let (outcome, tone) =
            switch row.outcome {
            case .registers: ("新建", "better")
            case .changes: ("修改", "warn")
            case .same: ("无变化", "")
            case .asks: ("待人判定", "warn")
            case .settled: ("不重复处理", "")
            case .refused: ("不能导入", "worse")
            }
        if case .changes(let id, _) = row.outcome { href = SiteURL.source(id).path }
        if case .same(let id) = row.outcome { href = SiteURL.source(id).path }
        let changes = row.changes.filter { $0.field != SourceKind.nameField || !$0.old.isEmpty }
        self.init(
            line: String(row.line), name: row.name, outcome: outcome, tone: tone, href: href,
            changes: changes.map { SourceImportPage.change($0, kind, text) }, summary: "\(changes.count) 个字段",
            opens: href != nil,
            notes: row.faults.map { SourceImportPage.Note(text: $0.message, isFault: true) }
                + row.doubts.map { SourceImportPage.Note(text: $0.message, isFault: false) })
    }
}

extension SourceImportPage.Batch {
    init(_ batch: SourceBatch) {
        self.init(
            fileName: batch.fileName, href: SiteURL.sourceBatch(batch.id).path,
            timeText: Instant(milliseconds: batch.timeMilliseconds).minuteText, originText: batch.origin,
            countsText: "新建 \(batch.registered)，修改 \(batch.changed)，未导入 \(batch.refused)",
            isUndone: batch.undoneBy != nil)
    }
}

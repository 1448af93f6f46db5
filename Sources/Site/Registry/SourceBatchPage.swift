import Records
import Registry
import Standards
import Storage

/// A list that was taken in: its file, what came of it, and the form that takes it back.
package struct SourceBatchPage: Sendable {
    package let frame: PageFrame
    package let facts: [LabelledText]
    /// Sources that it touched.
    package let links: [TextLink]
    package let moreText: String?
    /// The form that takes it back; nil when it is back already.
    package let undoAction: String?
    package let tokenValue: String
    package let error: String?

    /// Sources that are named one by one.
    private static let greatestLinkCount = 200

    /// - Throws: `SiteError` with `.unknownObject`.
    init(_ id: String, error: String? = nil, recorded: Int64? = nil, in context: PageContext) throws {
        guard let batch = try SourceBatchStore.batch(id, in: context.connection) else {
            throw SiteError(.unknownObject, subject: "导入批次", detail: id)
        }
        let kind = try context.sourceKind(batch.kind)
        let touched = try SourceBatchStore.sources(of: id, limit: Self.greatestLinkCount + 1, in: context.connection)
        frame = PageFrame(
            "导入批次", in: context, at: .sources,
            path: [
                Breadcrumb(label: kind.title, href: SiteURL.sources(kind.id).path),
                Breadcrumb(label: "导入\(kind.title)", href: SiteURL.sourceImport(kind.id).path),
            ], notice: recorded.map { "已记入台账第 \($0) 条。" })
        var facts = [
            LabelledText(label: "文件", value: batch.fileName, href: nil),
            LabelledText(label: "资料来源", value: batch.origin, href: nil),
            LabelledText(label: "时间", value: Instant(milliseconds: batch.timeMilliseconds).secondText, href: nil),
            LabelledText(label: "操作人", value: batch.actor, href: nil),
            LabelledText(label: "结果", value: SourceImportPage.Batch(batch).countsText, href: nil),
            LabelledText(label: "记录", value: "台账第 \(batch.sequence) 条", href: SiteURL.record(batch.sequence).path),
            LabelledText(label: "批次号", value: batch.id, href: nil),
            LabelledText(label: "文件指纹", value: "SHA-256 \(batch.attachment.rawValue)", href: nil),
        ]
        if let by = batch.undoneBy {
            facts.append(LabelledText(label: "已撤销", value: "台账第 \(by) 条", href: SiteURL.record(by).path))
        }
        self.facts = facts
        links = touched.prefix(Self.greatestLinkCount).map {
            TextLink(label: $0.name.isEmpty ? $0.id : $0.name, href: SiteURL.source($0.id).path)
        }
        moreText = touched.count > Self.greatestLinkCount ? "只列出前 \(Self.greatestLinkCount) 份" : nil
        undoAction = batch.undoneBy == nil ? SiteURL.sourceBatch(id).path : nil
        tokenValue = context.services.formToken.text
        self.error = error
    }
}

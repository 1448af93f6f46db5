import Catalog
import Documents
import Records
import Reporting
import Standards
import Storage

extension DocumentPage {
    /// A report as it will be printed, or as it was.
    ///
    /// - Parameters:
    ///   - seals: what was sealed of it until now, the last version first.
    ///   - refusal: why sealing was refused; nil before it was tried.
    ///   - sealed: the record of a sealing whose success is told.
    init(
        _ id: String, _ period: ReportPeriod, seals: [SealedDocument], refusal: String? = nil, sealed: Int64? = nil,
        in context: PageContext
    ) throws {
        let sheet = try ReportSheet(id, period, listsReferences: false, in: context)
        let next = sheet.period.next
        let address = sheet.period.address
        func link(_ period: ReportPeriod) -> TextLink {
            TextLink(label: period.address, href: SiteURL.report(id, period.address).path)
        }
        let comparison = try SealComparison(seals, with: sheet.built.figures, in: context)
        let hindrance = Self.hindrance(sheet, in: context)
        self.init(
            frame: PageFrame(
                "\(sheet.definition.header.title) \(address)", in: context, at: .reports, state: sheet.state.review,
                notice: Self.notice(of: sealed, seals)),
            title: sheet.built.paper.name, periodText: sheet.period.text, statusText: comparison.statusText,
            isSealed: comparison.isSame, past: PastNote(in: context, "文件", present: SiteURL.report(id, address)),
            state: sheet.state, bodyHTML: try HTMLRenderer(titleLevel: 2).render(sheet.built.paper),
            sealedHref: comparison.document.map { SiteURL.sealedDocx($0).path },
            docxHref: comparison.isSame ? nil : SiteURL.reportDocx(id, address).asOf(context.asOf).path,
            previous: link(sheet.period.previous),
            next: sheet.period.behind <= context.today ? link(next) : nil,
            references: sheet.built.figures.enumerated().map { index, figure in
                Reference(
                    number: String(index + 1), label: FigureWords.label(of: figure, in: context),
                    value: figure.screenTextWithUnit,
                    href: SiteURL.figure(figure.request).asOf(context.asOf).path, origin: "计算",
                    claim: comparison.claim(of: figure.request), sealedValue: comparison.other(than: figure))
            }, seals: seals.map(Seal.init(_:)),
            sealing: hindrance == nil ? Sealing(sheet, seals.first, refusal: refusal, in: context) : nil,
            sealHindrance: hindrance.map { refusal ?? $0 })
    }

    /// Why nobody can seal it now; nil where it can be sealed.
    private static func hindrance(_ sheet: ReportSheet, in context: PageContext) -> String? {
        if context.moment != nil { return "这里显示的是过去的文件。封存总是按现在的台账，请先看现在的。" }
        if let way = try? context.services.papers.way(of: sheet.definition.id, on: sheet.period.date) {
            return "这种文件经拟稿、核稿、签发后用印封存（\(way.header.title)），在“拟稿”页面办理。"
        }
        if sheet.period.behind > context.today { return "\(sheet.period.text)还没有结束，结束后才能封存。" }
        if context.services.sign == nil { return "本服务没有台账签名密钥，不能封存。" }
        return nil
    }

    private static func notice(of sequence: Int64?, _ seals: [SealedDocument]) -> String? {
        guard let sequence, let seal = seals.first(where: { $0.sequence == sequence }) else { return nil }
        return "已封存：台账第 \(seal.sequence) 条，截至第 \(seal.asOf) 条记录，数字凭证 \(seal.claimCount) 个。定稿可以下载。"
    }
}

extension DocumentPage.Seal {
    fileprivate init(_ document: SealedDocument) {
        self.init(
            timeText: Instant(milliseconds: document.milliseconds).minuteText,
            record: TextLink(label: "第 \(document.sequence) 条", href: SiteURL.record(document.sequence).path),
            claimsText: "数字凭证 \(document.claimCount) 个", fileHref: SiteURL.sealedDocx(document).path,
            publicHref: SiteURL.publication(document.sequence).path,
            view: TextLink(
                label: "截至第 \(document.asOf) 条记录",
                href: SiteURL.report(document.document, document.period).asOf(document.asOf).path))
    }
}

extension DocumentPage.Sealing {
    fileprivate init(_ sheet: ReportSheet, _ last: SealedDocument?, refusal: String?, in context: PageContext) {
        let again = last == nil ? "" : "原定稿保留不变，另成一份新的定稿。"
        self.init(
            action: SiteURL.report(sheet.definition.id, sheet.period.address).path,
            tokenValue: context.services.formToken.text,
            explanation:
                "封存后，文中每个数字成为一个数字凭证，连同定稿记入台账并签名，不能撤销、不能改动。\(again)封存的是提交时的数字：其间到达的数据会一并计入。",
            confirmation: "已核对全文，确认封存\(sheet.period.text)的\(sheet.definition.header.title)", error: refusal)
    }
}

import Accounts
import Catalog
import Documents
import Records
import Reporting
import Standards
import Storage

extension DraftPage {
    /// - Parameters:
    ///   - error: why the last deed was refused; nil for none.
    ///   - typed: a text that was refused with it, by slot, so that nothing typed is lost.
    /// - Throws: `SiteError` with `.unknownObject` when there is no such draft.
    init(
        _ id: String, error: String? = nil, typed: (slot: String, text: String)? = nil, notice: String? = nil,
        in context: PageContext
    ) throws {
        guard let draft = try DraftStore.draft(id, in: context.connection) else {
            throw SiteError(.unknownObject, subject: "稿件", detail: id)
        }
        let words = try DraftWords(in: context)
        let contents = try DraftNames.contents(of: draft, in: context.connection)
        let report = try ReportSheet(
            draft.document, ReportPeriod(draft.period), listsReferences: false, contents: contents, in: context)
        let sheet = try DraftSheet(
            draft, papers: context.services.papers, engine: context.engine,
            surroundings: PaperBuilder.Surroundings(
                bureau: context.bureauName, isDemo: context.isDemo, cutoff: report.state.cutoff,
                state: report.state.review, contents: contents), in: context.connection)
        let reader = DraftReader(draft, sheet, words, in: context)
        self.init(
            frame: PageFrame(
                draft.title, in: context, at: .drafts, state: report.state.review, notice: notice),
            title: "\(draft.title)（\(report.period.text)）", subtitle: reader.subtitle,
            action: SiteURL.draft(id).path, token: context.services.formToken.text, lastText: String(draft.last),
            stages: reader.stages, deadlines: reader.deadlines, hindrances: reader.hindrances, error: error,
            readOnlyText: reader.person == nil ? "没有以本局人员的账户登录，只能查看。" : nil,
            slots: try reader.slots(typed), values: try reader.values(),
            valueForm: reader.mayState ? ValueForm(hint: "在文稿中写 {=名称} 引用。上级核定要附文件。") : nil,
            sections: try reader.sections(), identities: reader.identities, deeds: reader.deeds,
            sealLabel: reader.maySeal ? "用印：定稿封存并签名" : nil, sealHindrance: reader.sealHindrance,
            log: try reader.log(), bodyHTML: try HTMLRenderer(titleLevel: 2).render(report.built.paper),
            docxHref: SiteURL.reportDocx(draft.document, draft.period).path,
            confirmationHref: SiteURL.draftConfirmation(id).path,
            reportHref: SiteURL.report(draft.document, draft.period).path,
            sealedHref: try draft.sealed.flatMap { try SealStore.document($0, in: context.connection) }.map {
                SiteURL.sealedDocx($0).path
            })
    }
}

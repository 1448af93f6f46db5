import Accounts
import Casework
import Catalog
import Dossier
import Examining
package import Foundation
import Gateway
import Law
import Monitoring
import Records
import Registry
import Reporting

/// Everything wrong with the rule files, in words: of the catalog itself, of codes, of kinds of sources, of days off, of procedures, of figures, of documents.
package enum CatalogCheck {
    /// One line a fault: file, line, what is wrong and how to mend it; empty when all is well.
    ///
    /// - Throws: `CatalogError` when the rules are not found at all.
    package static func faults(overlay: URL?) throws -> [String] {
        let faults = try RuleCatalog.diagnostics(overlay: overlay)
        if !faults.isEmpty { return faults.map(\.description) }
        let catalog = try RuleCatalog.load(overlay: overlay)
        let codes = FactorCodeBook.faults(in: catalog)
        if !codes.isEmpty { return codes.map(\.description) }
        let commands = CommandBook.faults(in: catalog)
        if !commands.isEmpty { return commands.map(\.description) }
        let accounts = AccountRules.faults(in: catalog, knowing: Capabilities.permissions)
        if !accounts.isEmpty { return accounts.map(\.description) }
        let reasons = HourReviewReasons.faults(in: catalog) + ReviewClocks.faults(in: catalog)
        if !reasons.isEmpty { return reasons.map(\.description) }
        let tables = TableForm.faults(in: catalog)
        if !tables.isEmpty { return tables.map(\.description) }
        let exceptions = AirExceptionRule.faults(in: catalog)
        if !exceptions.isEmpty { return exceptions.map(\.description) }
        let manual = ManualRules.faults(in: catalog)
        if !manual.isEmpty { return manual.map(\.description) }
        let law = LawFiles.faults(in: catalog)
        if !law.isEmpty { return law.map(\.description) }
        let kinds = SourceKinds.faults(in: catalog)
        if !kinds.isEmpty { return kinds.map(\.description) }
        let ledgers = WorkLedger.faults(in: catalog)
        if !ledgers.isEmpty { return ledgers.map(\.description) }
        let checks = CheckRules.faults(in: catalog)
        if !checks.isEmpty { return checks.map(\.description) }
        let analysis = AnalysisRule.faults(in: catalog)
        if !analysis.isEmpty { return analysis.map(\.description) }
        let alerts = AlertRule.faults(in: catalog)
        if !alerts.isEmpty { return alerts.map(\.description) }
        let days = WorkCalendar.faults(in: catalog)
        if !days.isEmpty { return days.map(\.description) }
        let procedures = ProcedureBook.faults(in: catalog) + PenaltyOrder.faults(in: catalog)
        if !procedures.isEmpty { return procedures.map(\.description) }
        let examining = ExaminingRules.faults(in: catalog)
        if !examining.isEmpty { return examining.map(\.description) }
        let dossier = DossierFiles.faults(in: catalog)
        if !dossier.isEmpty { return dossier.map(\.description) }
        do {
            let figures = try FigureBook(catalog, sources: Capabilities.sources)
            let papers = try PaperBook(catalog, figures: figures, sources: Capabilities.sources)
            return try unknownPosts(in: catalog, figures, papers)
        } catch let error as CatalogError where !error.faults.isEmpty {
            return error.faults.map(\.description)
        } catch let error as ReportingError {
            return [error.message]
        }
    }

    /// Posts that figures, slots and ways name and that there are none of.
    private static func unknownPosts(
        in catalog: RuleCatalog, _ figures: FigureBook, _ papers: PaperBook
    ) throws -> [String] {
        let known = Set(
            catalog.files(under: "accounts").flatMap { file in
                (try? AccountRules(catalog, on: file.header.effective.from))?.roles.map(\.id) ?? []
            })
        var unknown: [String] = []
        func look(_ posts: [String], _ place: String) {
            for post in posts where !known.contains(post) {
                unknown.append("\(place)：没有岗位“\(post)”；写 accounts/roles.yaml 中的岗位代号")
            }
        }
        for figure in figures.all { look([figure.responsible].compactMap(\.self), "指标 \(figure.id)") }
        for paper in papers.all {
            for slot in paper.slots { look([slot.role].compactMap(\.self), "文件 \(paper.id) 的“\(slot.title)”") }
        }
        for way in try PaperWay.all(in: catalog) {
            look(way.stages.flatMap(\.roles) + way.secrecyRoles + way.reviewers, "办理流程 \(way.header.id)")
        }
        return unknown
    }
}

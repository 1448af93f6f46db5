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
    /// What each room says of its files, one after the other: what builds on faulty files would only repeat their faults.
    private static let looks: [@Sendable (RuleCatalog) -> [CatalogFault]] = [
        { FactorCodeBook.faults(in: $0) }, { CommandBook.faults(in: $0) },
        { AccountRules.faults(in: $0, knowing: Capabilities.permissions) },
        { HourReviewReasons.faults(in: $0) + ReviewClocks.faults(in: $0) }, { TableForm.faults(in: $0) },
        { AirExceptionRule.faults(in: $0) }, { ManualRules.faults(in: $0) }, { LawFiles.faults(in: $0) },
        { SourceKinds.faults(in: $0) }, { WorkLedger.faults(in: $0) }, { CheckRules.faults(in: $0) },
        { AnalysisRule.faults(in: $0) }, { AlertRule.faults(in: $0) }, { WorkCalendar.faults(in: $0) },
        { ProcedureBook.faults(in: $0) + PenaltyOrder.faults(in: $0) }, { ExaminingRules.faults(in: $0) },
        { DossierFiles.faults(in: $0) },
    ]

    /// One line a fault: file, line, what is wrong and how to mend it; empty when all is well.
    ///
    /// - Throws: `CatalogError` when the rules are not found at all.
    package static func faults(overlay: URL?) throws -> [String] {
        let faults = try RuleCatalog.diagnostics(overlay: overlay)
        if !faults.isEmpty { return faults.map(\.description) }
        let catalog = try RuleCatalog.load(overlay: overlay)
        for look in looks {
            let faults = look(catalog)
            if !faults.isEmpty { return faults.map(\.description) }
        }
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

import Casework
import Dossier
import Hummingbird
import Ledger
import Records
import Registry
import Standards
import Storage

/// Disclosure, the desk of legal review, and what is exported of cases.
struct DisclosureRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.publicPenalties) { _, _ in try await shell.page(.caseFile) { try CaseFilePage(publicIn: $0) } }
        router.get(.legalReviews) { request, _ in
            let recorded = try RequestQuery(request).record("recorded")
            return try await shell.page(.caseFile) { page in
                try CaseFilePage(
                    reviewsIn: page, entered: FormFields(""), notice: recorded.map { "已记入台账第 \($0) 条：登记法律意见。" })
            }
        }
        router.post(.legalReviews) { request, context in
            let services = shell.services
            let fields = try await FormFields(posted: request, in: context, by: services)
            do {
                let done = try await Self.hear(fields, services)
                return .redirect(to: "\(SiteURL(.legalReviews).path)?recorded=\(done.sequence)")
            } catch {
                guard let words = CaseFileRefusalWords.words(error) else { throw error }
                return try await shell.page(.caseFile, status: .unprocessableContent) { page in
                    try CaseFilePage(reviewsIn: page, error: words, entered: fields)
                }
            }
        }
        addExports(to: router)
    }

    private static func hear(_ fields: FormFields, _ services: SiteServices) async throws -> LedgerRecord {
        guard let day = fields.first("day").flatMap({ CivilDate($0) }) else {
            throw CaseFileRefusal(.wrong, "日期应写成 2026-11-21")
        }
        guard let adviser = LegalOpinion.Adviser(rawValue: fields.first("adviser") ?? "") else {
            throw CaseFileRefusal(.missing, "身份")
        }
        let desk = CaseFileDesk(services.book)
        let opinion = LegalOpinion(
            id: desk.mintedID(), adviser: adviser, name: fields.first("name") ?? "", day: day,
            words: fields.first("words") ?? "", isAdopted: fields.first("adopted") == "yes",
            reason: fields.first("reason") ?? "")
        return try await desk.hear(
            opinion, in: MatterID(rawValue: fields.first("matter") ?? ""), by: services.actor)
    }

    private func addExports(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.publicityXLSX) { request, _ in
            let query = RequestQuery(request)
            let (from, to) = (try query.date("from"), try query.date("to"))
            let (bytes, day) = try await shell.read { page -> ([UInt8], CivilDate) in
                let last = to ?? page.today
                let first = from ?? CivilDate(year: last.year, month: 1, day: 1) ?? last
                guard first <= last else { throw SiteError(.badParameter, subject: "from", detail: "\(first)") }
                let sheet = try PublicitySheet(
                    disclosedIn: first...last, catalog: page.catalog, now: page.now, connection: page.connection)
                return (try sheet.workbook(), last)
            }
            return FileResponse.xlsx(bytes, name: "行政处罚信息公示-\(day)")
        }
        router.get(.caseFieldsXLSX) { _, context in
            let id = try context.segment("matter")
            let bytes = try await shell.read { page -> [UInt8] in
                let view = try CaseFileView(id, asOf: nil, entered: FormFields(""), in: page)
                return try FieldSheet(view.file, showing: view.personal).workbook()
            }
            return FileResponse.xlsx(bytes, name: "案件要素表")
        }
    }
}

import Casework
import Catalog
import Law
import Standards
import TestKit
import Testing

@testable import Dossier

/// A case's file as its people put it together: what was done when and by whom, and what stands in its papers. A fault is put into
/// it as a person would make it, by another day, name or number; the checks are not asked.
struct CasePlan {
    struct Step {
        var action: String
        var day: CivilDate
        var person: String
        var role: String
        var officers: [Officer] = []
        var facts: [String: FactValue] = [:]
        var confirmations: [String] = []
        var clockDays: [String: CivilDate] = [:]
    }

    struct Sheet {
        var document: String
        var day: CivilDate
        var values: [String: PaperValue] = [:]
        var signers: [String] = []
    }

    var procedure: String
    var opened: CivilDate
    var steps: [Step] = []
    var sheets: [Sheet] = []
    var party = "示例水务有限公司"
    var charge: Charge?
    var reviewed: CivilDate

    static let catalog = Result<RuleCatalog, any Error> { try RuleCatalog.load(overlay: nil, environment: [:]) }
    static let forms = Result<PaperFormBook, any Error> { try PaperFormBook(catalog.get()) }
    static let engine = Result<ProcedureEngine, any Error> {
        try ProcedureEngine(book: ProcedureBook(catalog.get()), calendar: WorkCalendar(catalog.get()))
    }
    static let review = Result<CaseReview, any Error> {
        let plan = CasePlan(procedure: "PEN-GENERAL", opened: day("2026-09-01"), reviewed: day("2026-12-31"))
        return try CaseReview(try plan.file(), by: catalog.get(), on: plan.reviewed)
    }

    static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .first }

    static func officer(_ person: String, through last: CivilDate = day("2030-12-31")) -> Officer {
        Officer(person: person, certificate: "证-\(person)", valid: day("2020-01-01")...last)
    }

    /// The place of a step; the test fails without it.
    func place(_ action: String) -> Int { steps.firstIndex { $0.action == action } ?? 0 }
    func sheet(_ document: String) -> Int { sheets.firstIndex { $0.document == document } ?? 0 }

    /// The file that comes of it.
    func file() throws -> CaseFile {
        let engine = try Self.engine.get()
        let version = try engine.book.procedure(procedure, on: opened).version
        var entries = [
            entry(
                1, opened, "p-captain", "enforcement-captain",
                .opened(MatterOpening(procedure: procedure, version: version)))
        ]
        for step in steps.sorted(by: { $0.day < $1.day }) {
            var made = MatterStep(step.action)
            made.officers = step.officers
            made.facts = step.facts
            made.clockDays = step.clockDays
            for name in step.confirmations {
                made.confirmations[name] = MatterConfirmation(person: step.person, role: step.role, reason: "已核对")
            }
            entries.append(entry(entries.count + 1, step.day, step.person, step.role, .step(made)))
        }
        let now = Instant(beijing: reviewed, hour: 18)
        var file = CaseFile(
            id: MatterID(rawValue: "m"), title: "案", opened: Instant(beijing: opened),
            matter: try engine.matter(entries, now: now), history: entries)
        file.parties = [Party(kind: .entity, name: party)]
        file.charges = [charge].compactMap(\.self)
        file.papers = try sheets.enumerated().map { try paper($0.element, $0.offset) }
        return file
    }

    private func entry(
        _ number: Int, _ day: CivilDate, _ person: String, _ role: String, _ act: MatterAct
    ) -> MatterEntry {
        let moment = Instant(beijing: day, hour: 10)
        return MatterEntry(
            number: number, recorded: moment, happened: moment, person: person, role: role, unit: "unit",
            onBehalfOf: nil, backfill: nil, act: act)
    }

    /// Every required element filled in, then what the plan says.
    private func paper(_ sheet: Sheet, _ index: Int) throws -> CasePaper {
        let form = try #require(
            try Self.forms.get().form(ofDocument: sheet.document, on: sheet.day), "\(sheet.document)")
        var values: [String: PaperValue] = [:]
        for element in form.elements where element.isRequired {
            values[element.name] =
                switch element.kind {
                case .text, .longText: .text("\(element.name)清楚")
                case .money: .money(12_000_000)
                case .date: .date(sheet.day)
                case .moment: .moment(Instant(beijing: sheet.day, hour: 10))
                case .flag: .flag(true)
                case .list: .list(["一", "二"])
                case .choice(let words): .text(words[0])
                }
        }
        for name in ["当事人", "被检查单位", "被采样单位", "申请人"] where values[name] != nil { values[name] = .text(party) }
        values.merge(sheet.values) { _, new in new }
        var paper = CasePaper(
            id: PaperID(rawValue: "paper-\(index)"), form: form.id, formVersion: form.version,
            document: sheet.document, revision: 1, sequence: Int64(index + 1), values: values, author: "first")
        paper.day = sheet.day
        paper.number = form.series == nil ? nil : "环〔2026〕\(index + 1)号"
        let signers = sheet.signers.map { PaperCompletion.Signer(part: "参加人员", person: $0, day: sheet.day) }
        paper.completion = PaperCompletion(
            way: .scan, scan: nil, revision: 1, signers: signers, pages: 2, signedPages: 2, note: "", day: sheet.day,
            sequence: Int64(index + 1))
        return paper
    }
}

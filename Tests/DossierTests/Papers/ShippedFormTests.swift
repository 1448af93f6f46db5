import Casework
import Catalog
import Standards
import Testing

@testable import Dossier

/// The forms that are shipped: whole, and there for every paper that a step demands.
struct ShippedFormTests {
    private let catalog: RuleCatalog
    private let day: CivilDate

    init() throws {
        catalog = try RuleCatalog.load(overlay: nil)
        day = try #require(CivilDate("2026-11-27" as String))
    }

    @Test("The files have no fault")
    func faults() { #expect(DossierFiles.faults(in: catalog).map(\.description) == []) }

    @Test("Every paper that a step of penalty, coercion or enforcement demands has a form")
    func demanded() throws {
        let forms = try PaperFormBook(catalog)
        for procedure in try ProcedureBook(catalog).procedures
        where [.penalty, .coercion, .enforcement].contains(procedure.family) {
            for action in procedure.actions {
                for case .checked(.papers(let papers), _, _) in action.guards {
                    for paper in papers {
                        let form = forms.form(ofDocument: paper, on: day)
                        #expect(form != nil, "\(procedure.id) \(action.name) \(paper)")
                    }
                }
            }
        }
    }

    @Test("Every document of a general penalty has a form")
    func general() throws {
        let forms = try PaperFormBook(catalog)
        let procedure = try ProcedureBook(catalog).procedure("PEN-GENERAL", on: day)
        let missing = Set(procedure.actions.flatMap(\.documents)).filter { forms.form(ofDocument: $0, on: day) == nil }
        #expect(missing.sorted() == ["撤回记录"])
    }

    @Test("The decision names its ten elements (评查细则)")
    func decision() throws {
        let names = Set(try PaperForm.inForce("FORM-DECISION", in: catalog, on: day).elements.map(\.name))
        let due = ["违法事实", "证据", "违反条款", "处罚依据", "申辩听证采纳情况", "裁量情况", "处罚内容", "缴款方式", "复议机关", "诉讼法院"]
        #expect(names.isSuperset(of: due))
    }
}

import Dossier
import Standards

/// A posted form of a paper's elements.
struct PaperAttempt {
    let fields: FormFields

    /// The name of the field of an element; names of elements are Chinese.
    static func field(_ index: Int) -> String { "element-\(index)" }

    var follows: Int64? { fields.first(StepAttempt.Field.follows).flatMap { Int64($0) } }
    var document: String { fields.first("document") ?? "" }
    var day: String { fields.first("day") ?? "" }

    func text(_ index: Int) -> String { fields.first(Self.field(index)) ?? "" }

    /// What the form says.
    ///
    /// - Throws: `PaperRefusal` with `.elementWrong`, `.dayWrong`.
    func draft(_ form: PaperForm, _ document: String) throws(PaperRefusal) -> PaperDesk.Draft {
        var values: [String: PaperValue] = [:]
        for (index, element) in form.elements.enumerated() {
            let typed = text(index)
            guard !typed.isEmpty else { continue }
            guard let value = PaperValue(typed: typed, kind: element.kind) else {
                throw PaperRefusal(.elementWrong, ["\(element.name)“\(typed)”"])
            }
            values[element.name] = value
        }
        var date: CivilDate?
        if !day.isEmpty {
            guard let found = CivilDate(day) else { throw PaperRefusal(.dayWrong, ["落款日期“\(day)”"]) }
            date = found
        }
        return PaperDesk.Draft(form: form, document: document, day: date, values: values)
    }
}

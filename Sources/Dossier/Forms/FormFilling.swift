import Casework
package import Law
package import Standards

/// What a case file already knows of a paper: element by element, with where it comes from.
package struct FormFilling: Sendable {
    /// One element filled.
    package struct Entry: Hashable, Sendable {
        package let value: PaperValue
        /// Where it comes from, in Chinese: 当事人, 案件调查报告.
        package let origin: String
    }

    /// By the names of elements; what nothing is known of is absent.
    package let entries: [String: Entry]

    /// - Parameters:
    ///   - names: of people, by their ids.
    ///   - day: the day of the paper.
    package init(
        _ form: PaperForm, from file: CaseFile, bureau: BureauProfile, violations: ViolationBook,
        names: [String: String], on day: CivilDate
    ) {
        let source = FillSource(file: file, bureau: bureau, violations: violations, names: names, day: day)
        var entries: [String: Entry] = [:]
        for element in form.elements {
            for fill in element.fills {
                guard let value = source.value(of: fill, as: element.kind)?.fitted(to: element.kind) else { continue }
                entries[element.name] = Entry(value: value, origin: source.origin(of: fill))
                break
            }
        }
        self.entries = entries
    }
}

/// Reads single things out of a case file.
private struct FillSource {
    let file: CaseFile
    let bureau: BureauProfile
    let violations: ViolationBook
    let names: [String: String]
    let day: CivilDate

    func value(of fill: PaperFill, as kind: PaperElement.Kind) -> PaperValue? {
        switch fill {
        case .party(let field): return text(party(field))
        case .charge(let field): return text(charges(field))
        case .discretion(let field): return discretion(field)
        case .title: return text(file.title)
        case .fact(let name): return file.matter.facts[name].map(PaperValue.init)
        case .step(let name):
            return file.matter.steps.last { $0.action == name && !$0.isUndone }.map { .date($0.day) }
        case .clock(let name):
            return file.matter.clocks.last { $0.run.terms.name == name }.map { .date($0.deadline.day) }
        case .evidence:
            let items = file.evidence.filter { $0.excluded == nil }.map { "\($0.title)，证明\($0.proves)" }
            return items.isEmpty ? nil : .list(items)
        case .officers: return officers.isEmpty ? nil : .list(officers)
        case .paper(let document, let field):
            guard let paper = file.papers(named: document).last else { return nil }
            switch field {
            case .number: return text(paper.number)
            case .day: return paper.day.map { .date($0) }
            case .element(let name): return paper.values[name]
            }
        case .bureau(let key): return text(bureau[key])
        case .text(let text): return kind == .list ? .list([text]) : .text(text)
        }
    }

    func origin(of fill: PaperFill) -> String {
        switch fill {
        case .party: "当事人"
        case .charge: "违法行为"
        case .discretion: "裁量"
        case .title: "办件名称"
        case .fact(let name): "办件事项“\(name)”"
        case .step(let name): "步骤“\(name)”"
        case .clock(let name): "时限“\(name)”"
        case .evidence: "证据"
        case .officers: "步骤中的执法人员"
        case .paper(let document, _): "《\(document)》"
        case .bureau: "本局资料"
        case .text: "格式文句"
        }
    }

    private func text(_ text: String?) -> PaperValue? {
        guard let text, !text.isEmpty else { return nil }
        return .text(text)
    }

    private func party(_ field: PaperFill.PartyField) -> String? {
        guard let party = file.parties.first else { return nil }
        return switch field {
        case .name: party.name
        case .kind: party.kind.rawValue
        case .code: party.code
        case .address: party.address
        case .representative: party.representative
        case .telephone: party.telephone
        }
    }

    /// Of all charges, one after the other, each said once.
    private func charges(_ field: PaperFill.ChargeField) -> String {
        var said: [String] = []
        for charge in file.charges {
            guard let text = charge.text(field, violations), !said.contains(text) else { continue }
            said.append(text)
        }
        return said.joined(separator: field == .facts ? "\n" : "；")
    }

    private func discretion(_ field: PaperFill.DiscretionField) -> PaperValue? {
        guard !file.discretions.isEmpty else { return nil }
        switch field {
        case .proposed: return .money(file.discretions.map(\.proposed.fen).reduce(0, +))
        case .trace:
            return text(file.discretions.map { $0.words }.joined(separator: "\n"))
        }
    }

    private var officers: [String] {
        var found: [String] = []
        for entry in file.history {
            guard case .step(let step) = entry.act else { continue }
            for officer in step.officers {
                let line = "\(names[officer.person] ?? officer.person)（\(officer.certificate)）"
                if !found.contains(line) { found.append(line) }
            }
        }
        return found
    }
}

extension PaperValue {
    /// What a fact of a matter is on paper.
    init(_ fact: FactValue) {
        switch fact {
        case .money(let fen): self = .money(fen)
        case .date(let day): self = .date(day)
        case .flag(let flag): self = .flag(flag)
        case .text(let text): self = .text(text)
        }
    }
}

import Casework
import Catalog
import Standards
import Storage

/// A step is complete only with its papers signed and back: each that it says it has and for which there is a form. Every step has
/// papers of its own: the receipt of one service proves no other.
enum PaperCondition {
    static let condition = StepCondition { question, catalog, connection in
        let forms = try PaperFormBook(catalog)
        let claimed = question.step.papers.filter { forms.form(ofDocument: $0, on: question.day) != nil }
        guard !claimed.isEmpty else { return }
        let complete = try PaperStore.papers(of: question.matter, in: connection)
            .filter { $0.paper.completion != nil && !$0.paper.isSpoiled }
        let used = try usedPapers(question, catalog, connection)
        // What comes from outside may lie in the file as evidence.
        let evidence = try EvidenceStore.documents(question.matter, in: connection)
        let unfinished = claimed.filter { name in
            if forms.form(ofDocument: name, on: question.day)?.kind == .outside, evidence.contains(name) {
                return false
            }
            return complete.count { $0.paper.document == name } <= used[name, default: 0]
        }
        guard unfinished.isEmpty else {
            throw MatterRefusal(.paperUnfinished, question.step.action, details: unfinished.sorted())
        }
    }

    /// How many papers of each name went with steps that count as done, the one in question left out.
    private static func usedPapers(
        _ question: StepCondition.Question, _ catalog: RuleCatalog, _ connection: ReadConnection
    ) throws -> [String: Int] {
        let history = try MatterStore.history(of: question.matter, in: connection).map(\.entry)
        let engine = ProcedureEngine(
            book: try ProcedureBook(catalog, only: [question.procedure.id]), calendar: try WorkCalendar(catalog))
        let done = Set(
            try engine.matter(history, now: question.now).steps.filter { !$0.isUndone }.map(\.entry))
        var used: [String: Int] = [:]
        for entry in history where done.contains(entry.number) {
            guard case .step(let step) = entry.act else { continue }
            for name in step.papers { used[name, default: 0] += 1 }
        }
        return used
    }
}

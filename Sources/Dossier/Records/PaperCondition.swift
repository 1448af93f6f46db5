import Casework

/// A step is complete only with its papers signed and back: each that it says it has, and for which there is a form.
enum PaperCondition {
    static let condition = StepCondition { question, catalog, connection in
        let forms = PaperFormIndex(catalog, on: question.day)
        let claimed = question.step.papers.filter { forms.kind(of: $0) != nil }
        guard !claimed.isEmpty else { return }
        let complete = try PaperStore.complete(question.matter, in: connection)
        let unfinished = claimed.filter { !complete.contains($0) }.sorted()
        guard unfinished.isEmpty else {
            throw MatterRefusal(.paperUnfinished, question.step.action, details: unfinished)
        }
    }
}

import Casework
import Catalog
import Standards
import Storage

/// A decision is signed only when every grave fault of the file is mended, or a leader lets it pass with a reason. Steps in the
/// party's favour are none of those that wait.
enum FindingCondition {
    static let condition = StepCondition { question, catalog, connection in
        // What was decided on paper long ago is judged as it is, not kept out of the file.
        guard !question.isBackfill else { return }
        let rules = try FatalRules(catalog, on: question.now.beijingDate)
        guard rules.stops.contains(question.step.action) else { return }
        let file = try CaseFileStore.file(of: question.matter, catalog: catalog, now: question.now, in: connection)
        guard let file else { return }
        let review = try CaseReview(file, by: catalog, pending: question.step, on: question.day)
        let said = try ReviewStore.answers(of: question.matter, in: connection)
        let open = rules.items.compactMap { item -> String? in
            guard said.overrides[item.number] == nil else { return nil }
            if let check = item.check, case .found(let faults) = review.verdict(check) {
                return "第\(item.number)项 \(faults.joined(separator: "、"))"
            }
            return said.answers[item.number]?.isFault == true ? "第\(item.number)项 \(item.words)" : nil
        }
        if !open.isEmpty { throw MatterRefusal(.findingOpen, question.step.action, details: open) }
    }
}

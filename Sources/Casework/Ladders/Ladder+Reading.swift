import Catalog
import Standards

extension Ladder {
    private static let folder = "casework/ladders"
    private static let key = "ladder"

    /// All ladders, a bureau's own before the bundled ones.
    static func read(_ catalog: RuleCatalog) -> (ladders: [String: Ladder], faults: [CatalogFault]) {
        var ladders: [String: Ladder] = [:]
        var faults: [CatalogFault] = []
        for file in catalog.files(under: folder).sorted(by: { !$0.isOverlay && $1.isOverlay }) {
            let reader = RuleReader(file)
            let body = reader.body(keys: [key])
            let content = body.mapping(key, keys: ["steps"])
            let steps = content.list("steps").map { LadderStep.read($0, with: reader) }
            check(steps, content)
            ladders[file.header.id] = Ladder(id: file.header.id, title: file.header.title, steps: steps)
            faults += reader.faults
        }
        return (ladders, faults)
    }

    /// Each step comes later than the one below it, else a clock could leave a step that it has reached.
    private static func check(_ steps: [LadderStep], _ content: RuleMapping) {
        for (lower, upper) in zip(steps, steps.dropFirst()) {
            if lower.isByPerson || lower.isLater(than: upper) {
                content.refuse(
                    "steps", .other(message: "“\(upper.name)”不晚于“\(lower.name)”", mend: "阶梯由低到高写，由人启动的一步放在最后"))
            }
        }
    }
}

extension LadderStep {
    static func read(_ node: RuleNode, with reader: RuleReader) -> LadderStep {
        let row = reader.mapping(
            node,
            keys: ["step", "to", "share_left", "workdays_left", "workdays_over", "papers", "by_person", "basis"])
        let share = row.optional("share_left").map { reader.fraction($0, name: "share_left") }
        let step = LadderStep(
            name: row.text("step"), recipients: row.texts("to"), shareLeft: share,
            workdaysLeft: row.optionalInteger("workdays_left", in: 0...366),
            workdaysOver: row.optionalInteger("workdays_over", in: 0...366),
            papers: ProcedureAction.texts(row, "papers"), isByPerson: row.optionalFlag("by_person") ?? false,
            basis: Ground.list(row, "basis", with: reader))
        let isNear = step.shareLeft != nil || step.workdaysLeft != nil
        if isNear == (step.workdaysOver != nil), !step.isByPerson {
            row.refuse(
                "step", .other(message: "“\(step.name)”何时到达不明", mend: "写 share_left、workdays_left，或写 workdays_over"))
        }
        return step
    }

    /// Whether this step is reached later than another.
    func isLater(than other: LadderStep) -> Bool {
        if other.isByPerson { return false }
        if let over = workdaysOver { return over > other.workdaysOver ?? -1 }
        guard other.workdaysOver == nil, let share = shareLeft, let otherShare = other.shareLeft else { return false }
        return share < otherShare
    }
}

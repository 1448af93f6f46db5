import Monitoring
import Records
import Standards

/// A decision of the matrix as it was posted.
struct ReviewMatrixAttempt: Sendable {
    /// The texts of the chosen check boxes.
    let cells: [String]
    let decision: String
    let reason: String
    let note: String
    let citation: String
    let value: String
    let reviewer: String
    /// Why it was refused; nil before it was tried.
    var error: String?

    private static let decisions: [String: HourReview.Decision] = [
        "accept": .accepted, "doubt": .doubted, "reject": .rejected, "enter": .entered, "undo": .undone,
    ]

    init(_ fields: FormFields, reviewerName: String?) {
        cells = fields.all("cell")
        // A key of the script names reason and decision at once.
        let parts = (fields.first("decision") ?? "").split(separator: ":", maxSplits: 1).map(String.init)
        decision = parts.first ?? ""
        reason = parts.count > 1 ? parts[1] : fields.first("reason") ?? ""
        note = fields.first("note") ?? ""
        citation = fields.first("citation") ?? ""
        value = fields.first("value") ?? ""
        reviewer = reviewerName ?? fields.first("reviewer") ?? ""
    }

    /// One action a station.
    ///
    /// - Returns: nil where the decision or a cell cannot be read.
    func actions(on date: CivilDate, by actor: Actor) -> [Action]? {
        guard let decision = Self.decisions[decision] else { return nil }
        let names = cells.compactMap { ReviewCellName($0) }
        guard names.count == cells.count, !names.isEmpty else { return nil }
        let byStation = Dictionary(grouping: names, by: \.station)
        return byStation.keys.sorted().map { station in
            ReviewActions.decide(
                decision, on: (byStation[station] ?? []).map { $0.cell(on: date, for: decision) }, of: station,
                reason: decision.needsReason ? reason : "", note: note, citation: decision.needsReason ? citation : "",
                value: decision == .entered ? ExactDecimal(value) : nil, reviewer: reviewer, by: actor)
        }
    }

    /// What the form itself can tell; nil for nothing.
    var problem: String? {
        if cells.isEmpty { return "没有选择数值，没有记入。请勾选要审核的单元格。" }
        if Self.decisions[decision] == nil { return "没有选择决定，没有记入。请按“认可”“存疑”“剔除”或“撤销”。" }
        return nil
    }
}

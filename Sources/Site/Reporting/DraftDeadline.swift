import Reporting
import Standards

/// A day by which a stage of a draft must be done: derived from its period and its way, never stored.
struct DraftDeadline: Sendable {
    let stage: DraftStage
    let day: CivilDate
    let basis: String
    /// The day on which the stage was done; nil where it is not.
    let done: CivilDate?

    /// All of a draft, in the order of its way.
    static func all(of draft: Draft, _ way: PaperWay) -> [DraftDeadline] {
        way.deadlines.map { deadline in
            let move = draft.moves.last { $0.from == deadline.stage && $0.deed?.stage == deadline.stage }
            return DraftDeadline(
                stage: deadline.stage, day: deadline.date(for: draft.date), basis: deadline.basis,
                done: move.map { move in
                    // The day that the deed states, which may lie before that of its record.
                    move.facts[.day].flatMap { CivilDate($0) }
                        ?? Instant(secondsSince1970: move.milliseconds / 1_000).beijingDate
                })
        }
    }

    /// The next one that is not done.
    static func next(of draft: Draft, _ way: PaperWay) -> DraftDeadline? {
        draft.stage == .ended ? nil : all(of: draft, way).first { $0.done == nil }
    }

    /// In a sentence.
    func text(on today: CivilDate) -> String {
        let head = "\(stage.rawValue)：\(day) 前（\(basis)）"
        if let done { return "\(head)，已于 \(done) 办理\(done > day ? "，逾期 \(day.days(until: done)) 天" : "")" }
        let left = today.days(until: day)
        return left < 0 ? "\(head)，已逾期 \(-left) 天" : "\(head)，还有 \(left) 天"
    }
}

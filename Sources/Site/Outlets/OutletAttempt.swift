import Monitoring
import Records
import Standards

/// A word about hours of an outlet as it was posted.
struct OutletAttempt: Sendable {
    let act: String
    let reason: String
    let note: String
    let reviewer: String
    /// Values of `cell`: the start of an hour, what stood there, the record of the standing word.
    let cells: [String]
    /// Why it was refused; nil before it was tried.
    var error: String?

    init(_ fields: FormFields, reviewerName: String?) {
        act = fields.first("act") ?? ""
        reason = fields.first("reason") ?? ""
        note = fields.first("note") ?? ""
        reviewer = reviewerName ?? fields.first("reviewer") ?? ""
        cells = fields.all("cell")
    }

    /// How an hour is named in the form.
    static func value(_ hour: ReviewedValue) -> String? {
        guard let raw = hour.raw else { return nil }
        return "\(raw.start.secondsSince1970)~\(hour.standing?.sequence ?? 0)~\(JudgedValue.text(raw))"
    }

    /// - Returns: nil where the form cannot be read.
    func action(of outlet: String, _ item: String, by actor: Actor) -> Action? {
        guard let decision = HourReview.Decision(rawValue: act), !cells.isEmpty else { return nil }
        let read = cells.compactMap { text -> ReviewCell? in
            let parts = text.split(separator: "~", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, let start = Int64(parts[0]), let standing = Int64(parts[1]) else { return nil }
            return ReviewCell(
                start: Instant(secondsSince1970: start), item: item, judged: parts[2],
                undoes: decision == .undone ? standing : nil)
        }
        guard read.count == cells.count else { return nil }
        return OutletAssessmentActions.assess(
            decision, read, of: outlet, reason: decision == .doubted ? reason : "", note: note, reviewer: reviewer,
            by: actor)
    }
}

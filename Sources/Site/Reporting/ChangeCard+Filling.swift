import Records
import Reporting
import Standards

extension ChangeCard {
    /// Records of a part that are listed.
    private static let shownRecords = 50

    /// - Parameters:
    ///   - change: what was found; nil before it was asked for.
    ///   - last: the last record of the ledger.
    init(_ request: FigureRequest, _ change: FigureChange?, last: Int64, in context: PageContext) {
        let to = change?.to ?? last
        let arguments = request.arguments.sorted { $0.key < $1.key }.map {
            ReviewForm.Hidden(name: $0.key, value: $0.value)
        }
        self.init(
            action: SiteURL(.figure, ["figure": request.id]).path,
            hidden: [ReviewForm.Hidden(name: "date", value: request.date.description)] + arguments,
            // A past value is compared with the present one unless something else is asked for.
            fromText: (change?.from ?? context.asOf).map(String.init) ?? "", toText: to > 0 ? String(to) : "",
            outcome: change.map { Outcome($0, in: context) })
    }
}

extension ChangeCard.Outcome {
    fileprivate init(_ change: FigureChange, in context: PageContext) {
        let (before, after) = (change.before?.screenText ?? "—", change.after?.screenText ?? "—")
        self.init(
            summary: "第 \(change.from) 条记录时 \(before)，第 \(change.to) 条记录时 \(after)。",
            causes: change.parts.map { ChangeCard.Cause($0, in: context) },
            total: ChangeCard.signed(change.difference), course: change.note ?? "\(before) → \(after)")
    }
}

extension ChangeCard.Cause {
    fileprivate init(_ part: FigureChange.Part, in context: PageContext) {
        let shown = part.isChanged ? part.records.prefix(ChangeCard.shownRecords) : []
        let more = part.records.count - shown.count
        self.init(
            cause: part.effect.word, difference: ChangeCard.signed(part.difference),
            course: part.note ?? (part.isChanged ? "\(part.before.screenText) → \(part.after.screenText)" : "不变"),
            recordCount: String(part.records.count),
            changeRecords: shown.map { record in
                LabelledText(
                    label: "第 \(record.sequence) 条",
                    value: "\(Instant(milliseconds: record.timeMilliseconds).secondText)　\(record.actor)　"
                        + "\(context.services.book.word(ofAction: record.action))　\(record.subject)",
                    href: SiteURL.record(record.sequence).path)
            },
            more: more > 0 && !shown.isEmpty ? "另有 \(more) 条。" : nil)
    }
}

extension ChangeCard {
    /// A difference with its sign; exact where decimals can say it, else as a fraction with its decimals.
    fileprivate static func signed(_ difference: Rational?) -> String {
        guard let difference else { return "—" }
        if difference.isZero { return "0" }
        let sign = difference < .zero ? "" : "+"
        return sign + (difference.exactDecimal?.description ?? "\(difference)（约 \(sign)\(difference.screenText)）")
    }
}

extension FigureMoment {
    fileprivate var screenText: String {
        switch self {
        case .value(let value): value.screenTextWithUnit
        case .undefined: "无值"
        }
    }
}

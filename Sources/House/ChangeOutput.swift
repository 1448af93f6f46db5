package import Ledger
package import Records
package import Reporting
import Standards

/// Why a figure has changed, as output of the command line.
package enum ChangeOutput {
    /// Records of a part that a person is shown; a program gets all.
    private static let shownRecords = 20

    /// What a person reads.
    package static func lines(_ change: FigureChange, in book: RecordBook) -> [String] {
        guard let before = change.before, let after = change.after else { return [] }
        var lines = [
            "\(change.request.id)　\(change.request.date)",
            "第 \(change.from) 条记录时　\(before.printed)（\(FigureOutput.exact(before.exact))）",
            "第 \(change.to) 条记录时　\(after.printed)（\(FigureOutput.exact(after.exact))）",
            "相差　\(change.note ?? signed(change.difference))",
        ]
        for part in change.parts { lines += self.lines(part, in: book) }
        return lines
    }

    private static func lines(_ part: FigureChange.Part, in book: RecordBook) -> [String] {
        let count = part.records.isEmpty ? "其间没有这类记录" : "其间记录 \(part.records.count) 条"
        let change = part.isChanged ? "，\(part.before.printed) → \(part.after.printed)" : ""
        var lines = ["\(part.effect.word)　\(part.note ?? signed(part.difference))\(change)　\(count)"]
        guard part.isChanged else { return lines }
        for record in part.records.prefix(shownRecords) {
            lines.append(
                "　　第 \(record.sequence) 条　\(PacketLine.time(record.timeMilliseconds))　\(record.actor)　"
                    + "\(book.word(ofAction: record.action))　\(record.subject)")
        }
        let more = part.records.count - shownRecords
        if more > 0 { lines.append("　　另有 \(more) 条，用 --json 全部列出") }
        return lines
    }

    /// What a program reads.
    package static func json(_ change: FigureChange, in book: RecordBook) -> CanonicalValue {
        .object([
            "figure": .string(change.request.id), "date": .string(change.request.date.description),
            "arguments": FigureOutput.arguments(change.request),
            "between": [.integer(change.from), .integer(change.to)],
            "before": change.before.map(json) ?? .null, "after": change.after.map(json) ?? .null,
            "difference": FigureOutput.text(change.difference), "note": change.note.map(CanonicalValue.string) ?? .null,
            "parts": .array(change.parts.map { json($0, in: book) }),
        ])
    }

    private static func json(_ part: FigureChange.Part, in book: RecordBook) -> CanonicalValue {
        .object([
            "cause": .string(part.effect.rawValue), "before": json(part.before), "after": json(part.after),
            "difference": FigureOutput.text(part.difference), "note": part.note.map(CanonicalValue.string) ?? .null,
            "records": .array(
                part.records.map { record in
                    [
                        "seq": .integer(record.sequence), "time": .integer(record.timeMilliseconds),
                        "actor": .string(record.actor), "action": .string(record.action),
                        "word": .string(book.word(ofAction: record.action)), "subject": .string(record.subject),
                    ]
                }),
        ])
    }

    private static func json(_ moment: FigureMoment) -> CanonicalValue {
        [
            "exact": FigureOutput.text(moment.exact), "printed": .string(moment.printed),
            "reason": moment.reason.map(CanonicalValue.string) ?? .null,
        ]
    }

    private static func signed(_ difference: Rational?) -> String {
        guard let difference else { return "—" }
        if difference.isZero { return "0" }
        let sign = difference < .zero ? "" : "+"
        guard let decimal = difference.exactDecimal else {
            let near = (try? difference.rounded(decimals: 6)).map { "，约 \(sign)\($0)" } ?? ""
            return "\(sign)\(difference)\(near)"
        }
        return "\(sign)\(decimal)"
    }
}

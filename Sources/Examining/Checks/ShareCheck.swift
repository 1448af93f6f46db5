import Standards

/// Weights of one whole add up to 100 %; shares of one whole do not exceed it.
struct ShareCheck: ReportCheck {
    let words: ExaminingWords
    private let shares = Scalars("占")

    init(words: ExaminingWords) { self.words = words }

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            var next = 0
            while next < line.numbers.count {
                let row = NumberRow.starting(at: next, of: line.numbers, in: line)
                next += row.count
                guard row.count > 1, row.allSatisfy({ $0.isPercent && !$0.isMasked && !$0.isApproximate }),
                    let last = row.last
                else { continue }
                judge(row, last, in: line, &remarks)
            }
        }
    }

    private func judge(_ row: [NumberToken], _ last: NumberToken, in line: ExaminedLine, _ remarks: inout Remarks) {
        let range = row[0].digits.lowerBound..<last.range.upperBound
        let sum = row.reduce(Rational.zero) { $0 + $1.low }
        let terms = row.map { line.text.text($0.digits) }.joined(separator: "+")
        let shown = sum.exactDecimal?.description ?? sum.description
        let behind = last.range.upperBound..<min(line.text.count, last.range.upperBound + 4)
        let isWeight =
            line.text.containsAny(words.shares, in: behind)
            || line.text.containsAny(words.shares, in: line.before(row[0]))
        if isWeight, sum == 100 {
            remarks.confirm(.shares, line, range, "\(terms)=100")
        } else if isWeight {
            remarks.find(.shares, .error, line, range, "各项权重合计\(shown)%，应为100%", computed: "\(shown)%")
        } else if line.text.contains(shares, in: line.before(row[0])), sum > 101 {
            // Rounding may add a little, a whole per cent it does not.
            remarks.find(.shares, .error, line, range, "各项占比合计\(shown)%，超过100%", computed: "\(shown)%")
        }
    }
}

import Standards

/// A count, by how much it changed, and the change in per cent: 560件,较去年减少45件,下降7.4%.
struct DifferenceCheck: ReportCheck {
    let words: ExaminingWords
    private let against = ["同比", "环比", "比上年", "比去年", "较上年", "较去年", "较上月", "比上月"].map { Scalars($0) }
    /// More words between difference and percentage mean another matter.
    private static let widestGap = 6

    init(words: ExaminingWords) { self.words = words }

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            for sentence in line.sentences {
                let numbers = line.numbers(in: sentence)
                guard numbers.count > 2 else { continue }
                for index in 2..<numbers.count {
                    judge(numbers[index - 2], numbers[index - 1], numbers[index], in: line, &remarks)
                }
            }
        }
    }

    private func judge(
        _ count: NumberToken, _ difference: NumberToken, _ percent: NumberToken, in line: ExaminedLine,
        _ remarks: inout Remarks
    ) {
        let label = line.before(difference)
        let gap = difference.range.upperBound..<percent.digits.lowerBound
        let exact = [count, difference, percent].allSatisfy {
            !$0.isMasked && !$0.isApproximate && !$0.isRange && !$0.isNegative
        }
        guard exact, !count.unit.isEmpty, !count.isPercent, count.unit == difference.unit, percent.isPercent,
            percent.decimals <= 4, gap.count <= Self.widestGap, line.text.containsAny(against, in: label),
            let isUp = direction(in: label, of: line), let saysUp = direction(in: gap, of: line)
        else { return }
        if isUp != saysUp {
            return remarks.find(
                .change, .error, line, label.lowerBound..<percent.range.upperBound, "前后说的方向相反")
        }
        let old = isUp ? count.low - difference.low : count.low + difference.low
        guard old > 0, let ratio = try? difference.low * 100 / old,
            let right = try? ratio.rounded(decimals: percent.decimals)
        else { return }
        let before = old.exactDecimal?.description ?? old.description
        if right.rational == percent.low {
            remarks.confirm(.change, line, percent.range, "\(difference.low)/\(before)：\(right)%")
        } else {
            remarks.find(
                .change, .error, line, percent.range,
                "上期是\(before)\(count.unit)，变化\(line.text.text(difference.range))应为\(right)%", computed: "\(right)%")
        }
    }

    private func direction(in range: Range<Int>, of line: ExaminedLine) -> Bool? {
        let isUp = line.text.containsAny(words.up, in: range)
        let isDown = line.text.containsAny(words.down, in: range)
        return isUp == isDown ? nil : isUp
    }
}

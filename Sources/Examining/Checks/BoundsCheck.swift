import Standards

/// Ranges the right way round, and rates that stay within 100 %.
struct BoundsCheck: ReportCheck {
    let quantities: QuantityRules

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            for token in line.numbers where token.isPercent && token.low > 100 {
                let label = line.before(token)
                if line.text.containsAny(quantities.boundedRates, in: label) {
                    remarks.find(.bounds, .error, line, token.range, "这个比率不会超过100%")
                }
            }
            for (left, right) in zip(line.numbers, line.numbers.dropFirst()) where left.isRange && right.isRange {
                guard right.digits.lowerBound == left.range.upperBound + 1, left.unit == right.unit, !left.unit.isEmpty
                else { continue }
                let range = left.digits.lowerBound..<right.range.upperBound
                if left.low > right.high {
                    remarks.find(.bounds, .error, line, range, "范围的前一数大于后一数")
                } else {
                    remarks.confirm(.bounds, line, range, "由小到大")
                }
            }
        }
    }
}

import Standards

/// The same quantity for the same period in two paragraphs must have the same value.
struct RepeatedQuantityCheck: ReportCheck {
    let quantities: QuantityRules
    /// Shorter labels (开展培训) come back for other matters, unless they are known quantities.
    private static let shortestLabel = 6
    private let scoped = ["同比", "环比", "分别", "其中", "每", "排名", "上年", "去年", "目标", "不超过", "力争", "计划"].map { Scalars($0) }
    private let leading = ["全年", "今年", "共计", "累计", "我市", "我区", "我局", "全市", "全区", "共", "已", "本年度", "年内"].map {
        Scalars($0)
    }
    private let trailing = ["达到", "共计", "为", "达", "共", "是", "了", "约"].map { Scalars($0) }

    private struct Key: Hashable {
        let label: String
        let unit: String
        let from: CivilDate?
        let to: CivilDate?
    }

    init(quantities: QuantityRules) { self.quantities = quantities }

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        let known = Set(quantities.units.flatMap(\.words) + quantities.goodDayRates)
        var first: [Key: (line: ExaminedLine, token: NumberToken)] = [:]
        for line in text.lines {
            for token in line.numbers
            where !token.unit.isEmpty && !token.isApproximate && !token.isRange && !token.isMasked && !token.isChinese {
                guard let label = label(of: token, in: line, known) else { continue }
                let period = text.period(at: token.digits.lowerBound, of: line, days: 1...366)
                let key = Key(label: label, unit: token.unit, from: period?.from, to: period?.to)
                guard let other = first[key] else {
                    first[key] = (line, token)
                    continue
                }
                guard other.line.index != line.index else { continue }
                let before = other.line.original.text(other.token.range)
                if other.token.low == token.low {
                    remarks.confirm(.repeated, line, token.range, "与第\(other.line.index + 1)行相同")
                } else {
                    remarks.find(
                        .repeated, .warning, line, token.range, "“\(label)”在第\(other.line.index + 1)行是\(before)",
                        computed: before)
                }
            }
        }
    }

    private func label(of token: NumberToken, in line: ExaminedLine, _ known: Set<Scalars>) -> String? {
        let before = line.before(token)
        let named = line.periods.last { before.contains($0.range.upperBound - 1) }
        var label = Array(line.text[(named?.range.upperBound ?? before.lowerBound)..<before.upperBound])
        guard !label.isEmpty, !label.contains(where: \.isDigit) || known.contains(where: { label.hasSuffix($0) }),
            !label.containsAny(scoped, in: 0..<label.count)
        else { return nil }
        while let word = leading.first(where: { label.has($0, at: 0) }) { label.removeFirst(word.count) }
        while let word = trailing.first(where: { label.has($0, at: label.count - $0.count) }) {
            label.removeLast(word.count)
        }
        guard known.contains(label) || label.count >= Self.shortestLabel && label.allSatisfy(\.isHan) else {
            return nil
        }
        return label.text
    }
}

extension Array where Element == Unicode.Scalar {
    fileprivate func hasSuffix(_ word: Scalars) -> Bool { has(word, at: count - word.count) }
}

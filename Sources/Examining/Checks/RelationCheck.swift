import Standards

/// Named quantities that may not exceed one another, and wholes that have named parts.
struct RelationCheck: ReportCheck {
    let quantities: QuantityRules

    private struct Place {
        let line: ExaminedLine
        let token: NumberToken
    }

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for scope in QuantityRules.Scope.allCases {
            let limits = quantities.limits.filter { $0.scope == scope }
            let sums = quantities.sums.filter { $0.scope == scope }
            for places in stretches(of: text, scope) {
                for limit in limits { judge(limit, places, &remarks) }
                for sum in sums { judge(sum, places, &remarks) }
            }
        }
    }

    private func stretches(of text: ExaminedText, _ scope: QuantityRules.Scope) -> [[Place]] {
        switch scope {
        case .sentence:
            text.lines.flatMap { line in
                line.sentences.map { sentence in line.numbers(in: sentence).map { Place(line: line, token: $0) } }
            }
        case .paragraph: text.lines.map { line in line.numbers.map { Place(line: line, token: $0) } }
        case .document: [text.lines.flatMap { line in line.numbers.map { Place(line: line, token: $0) } }]
        }
    }

    private func isUsable(_ place: Place) -> Bool {
        !place.token.isPercent && !place.token.unit.isEmpty && !place.token.isApproximate && !place.token.isRange
    }

    /// The words stand before the number, or, where nothing does, behind it: 1491个案件和问题, 其中3台不合格.
    private func isNamed(_ place: Place, _ words: [Scalars]) -> Bool {
        let before = place.line.before(place.token)
        if place.line.text.containsAny(words, in: before) { return true }
        let isBare = before.count(where: { place.line.text[$0].isHan }) <= 2
        return isBare && place.line.text.containsAny(words, in: place.line.after(place.token))
    }

    private func judge(_ limit: QuantityRules.Limit, _ places: [Place], _ remarks: inout Remarks) {
        guard places.count > 1 else { return }
        let lesser = places.filter { isUsable($0) && isNamed($0, limit.lesser) && !isNamed($0, limit.greater) }
        let greater = places.filter { isUsable($0) && isNamed($0, limit.greater) && !isNamed($0, limit.lesser) }
        // Over a whole text names come back for other matters: only a single pair is certain.
        if limit.scope != .sentence, lesser.count != 1 || greater.count != 1 { return }
        for small in lesser {
            let candidates = limit.scope == .sentence ? greater.filter { isBefore($0, small) } : greater
            guard let large = candidates.last, limit.scope == .document || large.token.unit == small.token.unit else {
                continue
            }
            compare(small, large, limit, &remarks)
        }
    }

    private func isBefore(_ left: Place, _ right: Place) -> Bool {
        left.token.digits.lowerBound < right.token.digits.lowerBound
    }

    private func compare(_ small: Place, _ large: Place, _ limit: QuantityRules.Limit, _ remarks: inout Remarks) {
        let left = small.line.original.text(small.token.range)
        let right = large.line.original.text(large.token.range)
        if small.token.low > large.token.high {
            remarks.find(
                .identity, limit.isStrict ? .error : .warning, small.line, small.token.range,
                "\(left)多于\(right)：\(limit.message)", computed: "\(small.token.low)>\(large.token.high)")
        } else if !small.token.isMasked, !large.token.isMasked {
            remarks.confirm(.identity, small.line, small.token.range, "\(left)不多于\(right)")
        }
    }

    private func judge(_ sum: QuantityRules.Sum, _ places: [Place], _ remarks: inout Remarks) {
        let wholes = places.filter { isUsable($0) && isNamed($0, sum.whole) }
        guard wholes.count == 1, let whole = wholes.first else { return }
        var low: Rational = 0
        var high: Rational = 0
        for words in sum.parts {
            let parts = places.filter {
                isUsable($0) && $0.token.unit == whole.token.unit && isBefore(whole, $0) && isNamed($0, words)
            }
            guard let part = parts.first else { return }
            low += part.token.low
            high += part.token.high
        }
        let total = low == high ? "\(low)" : "\(low)至\(high)"
        if low > whole.token.high || high < whole.token.low {
            remarks.find(
                .identity, .error, whole.line, whole.token.range, "\(sum.message)，分项相加是\(total)\(whole.token.unit)",
                computed: total)
        } else {
            remarks.confirm(
                .identity, whole.line, whole.token.range, low == high ? "分项相加是\(total)" : "可行：分项在\(total)之间")
        }
    }
}

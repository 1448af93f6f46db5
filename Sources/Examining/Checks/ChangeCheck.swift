import Standards

/// A change against its values and its own words: 由46件降至40件,下降13.0%; 同比上升,降幅…; 下降-3%.
struct ChangeCheck: ReportCheck {
    let words: ExaminingWords
    let quantities: QuantityRules
    /// Concentrations are printed as whole numbers, and above this no yearly or monthly mean lies.
    private static let largestConcentration = 300
    private let better = [Scalars("改善")]
    private let from = ["由", "从"].map { Scalars($0) }
    private let lastYear = ["上年同期", "去年同期", "上年", "去年", "同期"].map { Scalars($0) }
    private let against = ["同比", "环比", "比上年", "比去年", "较上年", "较去年"].map { Scalars($0) }

    init(words: ExaminingWords, quantities: QuantityRules) {
        self.words = words
        self.quantities = quantities
    }

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            nouns(in: line, &remarks)
            negatives(in: line, &remarks)
            for sentence in line.sentences { values(in: line, sentence, &remarks) }
            for token in line.numbers { lonely(token, in: line, &remarks) }
        }
    }

    /// 升幅 belongs to what rises.
    private func nouns(in line: ExaminedLine, _ remarks: inout Remarks) {
        for sentence in line.sentences {
            var verb: (isUp: Bool, range: Range<Int>)?
            for index in sentence {
                if let word = line.text.longest(of: words.upNouns + words.downNouns, at: index) {
                    let isUp = words.upNouns.contains(word)
                    if let verb, verb.isUp != isUp {
                        let said = line.text.text(verb.range)
                        remarks.find(
                            .change, .error, line, index..<(index + word.count), "前面说“\(said)”，这里却是“\(word.text)”")
                    }
                } else if let word = line.text.longest(of: words.up + words.down, at: index) {
                    verb = (words.up.contains(word), index..<(index + word.count))
                }
            }
        }
    }

    private func negatives(in line: ExaminedLine, _ remarks: inout Remarks) {
        for token in line.numbers where token.isNegative {
            let sign = token.digits.lowerBound - 1
            for word in words.up + words.down where line.text.has(word, at: sign - word.count) {
                remarks.find(
                    .change, .error, line, (sign - word.count)..<token.range.upperBound, "“\(word.text)”后面又是负数，方向说了两次")
            }
        }
    }

    private func values(in line: ExaminedLine, _ sentence: Range<Int>, _ remarks: inout Remarks) {
        let numbers = line.numbers(in: sentence)
        guard numbers.count > 1 else { return }
        for index in 1..<numbers.count {
            let first = numbers[index - 1]
            let second = numbers[index]
            let gap = first.range.upperBound..<second.digits.lowerBound
            if isOrigin(first, in: line),
                !second.isPercent || first.isPercent,
                let isUp = direction(in: gap, of: line), !first.isMasked, !second.isMasked, endsAtValue(gap, in: line)
            {
                let next = index + 1 < numbers.count ? numbers[index + 1] : nil
                step(from: first, to: second, isUp: isUp, percent: next, in: line, &remarks)
            }
            if isOrigin(first, in: line) || index > 1 && isOrigin(numbers[index - 2], in: line) { continue }
            if isLastYear(second, in: line), first.unit == second.unit, index + 1 < numbers.count {
                let third = numbers[index + 1]
                let span = second.range.upperBound..<third.digits.lowerBound
                if third.isPercent, let isUp = direction(in: span, of: line),
                    !line.text[span].contains(where: \.endsSentence)
                {
                    step(from: second, to: first, isUp: isUp, percent: third, in: line, &remarks)
                }
            } else if second.isPercent, !isLastYear(first, in: line) {
                alone(first, second, gap, in: line, &remarks)
            }
        }
    }

    /// 由46件, 由上年的46件.
    private func isOrigin(_ token: NumberToken, in line: ExaminedLine) -> Bool {
        let label = line.before(token)
        let near = max(label.lowerBound, token.digits.lowerBound - 6)..<token.digits.lowerBound
        return line.text.containsAny(from, in: near)
    }

    private func direction(in range: Range<Int>, of line: ExaminedLine) -> Bool? {
        let isUp = line.text.containsAny(words.up, in: range)
        let isDown = line.text.containsAny(words.down, in: range)
        return isUp == isDown ? nil : isUp
    }

    /// 由46件下降到40件: the second value, no difference, stands behind 到, 至 or 为.
    private func endsAtValue(_ gap: Range<Int>, in line: ExaminedLine) -> Bool {
        guard let last = gap.last else { return false }
        return ["到", "至", "为"].contains(line.text[last])
    }

    private func isLastYear(_ token: NumberToken, in line: ExaminedLine) -> Bool {
        !token.isPercent && line.text.containsAny(lastYear, in: line.before(token))
            && direction(in: line.before(token), of: line) == nil
    }

    private func step(
        from old: NumberToken, to new: NumberToken, isUp: Bool, percent: NumberToken?, in line: ExaminedLine,
        _ remarks: inout Remarks
    ) {
        guard !old.isMasked, !new.isMasked, !old.isApproximate, !new.isApproximate, old.low != new.low else { return }
        if (new.low > old.low) != isUp {
            return remarks.find(
                .change, .error, line, old.digits.lowerBound..<new.range.upperBound,
                "数值由\(shown(old, line))到\(shown(new, line))，方向与文字相反")
        }
        guard let percent, percent.isPercent, !percent.isMasked, !percent.isApproximate, percent.decimals <= 4,
            let ratio = try? (new.low - old.low).magnitude * 100 / old.low.magnitude,
            let right = try? ratio.rounded(decimals: percent.decimals)
        else { return }
        if right.rational == percent.low {
            remarks.confirm(.change, line, percent.range, "\(shown(old, line)) → \(shown(new, line))：\(right)%")
        } else {
            remarks.find(
                .change, .error, line, percent.range,
                "由\(shown(old, line))到\(shown(new, line))变化\(right)%", computed: "\(right)%")
        }
    }

    private func shown(_ token: NumberToken, _ line: ExaminedLine) -> String { line.original.text(token.range) }

    /// 3.15,同比上升0.3%: some earlier value with the same decimals must give the change.
    private func alone(
        _ value: NumberToken, _ percent: NumberToken, _ gap: Range<Int>, in line: ExaminedLine, _ remarks: inout Remarks
    ) {
        guard !value.isPercent, !value.isMasked, !value.isApproximate, !value.isRange, !value.isNegative,
            !percent.isRange,
            !percent.isMasked, !percent.isApproximate, !percent.isNegative, percent.decimals <= 4, percent.printed > 0,
            gap.count <= 12, line.text.containsAny(against, in: gap), let isUp = direction(in: gap, of: line),
            value.printed > 0, value.printed < 1_000_000_000
        else { return }
        let share = percent.low
        guard let before = try? Rational(value.printed) * 100 / (isUp ? 100 + share : 100 - share),
            let guess = try? before.floor
        else { return }
        let candidates = (max(1, guess - 2)...max(1, guess + 3)).filter {
            ($0 < value.printed) == isUp && $0 != value.printed
        }
        let found = candidates.first { change(from: $0, to: value.printed, decimals: percent.decimals) == share }
        if let found {
            let text = ExactDecimal(significand: Int64(found), scale: value.decimals)?.description ?? "\(found)"
            return remarks.confirm(.change, line, percent.range, "可行：上期 \(text)")
        }
        let near = candidates.compactMap { candidate -> String? in
            guard let old = ExactDecimal(significand: Int64(candidate), scale: value.decimals),
                let moved = change(from: candidate, to: value.printed, decimals: percent.decimals),
                let rounded = try? moved.rounded(decimals: percent.decimals)
            else { return nil }
            return "上期为\(old)时是\(rounded)%"
        }
        remarks.find(
            .change, .warning, line, percent.range,
            "与\(shown(value, line))配不出这个变化：\(near.joined(separator: "，"))；如按未修约的数计算，请注明")
    }

    /// PM2.5浓度同比改善9.1% without values: some pair of whole numbers must give it.
    private func lonely(_ token: NumberToken, in line: ExaminedLine, _ remarks: inout Remarks) {
        let label = line.before(token)
        guard token.isPercent, !token.isMasked, !token.isApproximate, !token.isRange, !token.isNegative,
            token.decimals <= 2,
            line.text.containsAny(quantities.changing, in: label), line.text.containsAny(against, in: label),
            let isUp = direction(in: label, of: line) ?? (line.text.containsAny(better, in: label) ? false : nil)
        else { return }
        var pairs: [String] = []
        for old in 2...Self.largestConcentration where pairs.count < 3 {
            let change = token.printed * old
            let guess = change / (100 * (token.decimals == 0 ? 1 : token.decimals == 1 ? 10 : 100))
            for moved in guess...(guess + 1) where moved > 0 && moved < old {
                let new = isUp ? old + moved : old - moved
                if self.change(from: old, to: new, decimals: token.decimals) == token.low {
                    pairs.append("\(old)→\(new)")
                }
            }
        }
        if pairs.isEmpty {
            remarks.find(.change, .warning, line, token.range, "没有两个整数浓度能得到这个变化；如按未修约的数计算，请注明")
        } else {
            remarks.confirm(.change, line, token.range, "可行：\(pairs.joined(separator: "、"))")
        }
    }

    private func change(from old: Int, to new: Int, decimals: Int) -> Rational? {
        guard let ratio = try? Rational(numerator: abs(new - old) * 100, denominator: old) else { return nil }
        return try? ratio.rounded(decimals: decimals).rational
    }
}

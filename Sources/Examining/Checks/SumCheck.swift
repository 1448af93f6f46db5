import Standards

/// Sums and parts: 共1130件,其中…; …,合计30件. Masked digits give a span in which the sum must be possible.
struct SumCheck: ReportCheck {
    let words: ExaminingWords

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            for (index, sentence) in line.sentences.enumerated() {
                let previous = index > 0 ? line.sentences[index - 1] : sentence.lowerBound..<sentence.lowerBound
                partsAfter(in: line, sentence, previous, &remarks)
                totalsBehind(in: line, sentence, &remarks)
            }
        }
    }

    private func partsAfter(
        in line: ExaminedLine, _ sentence: Range<Int>, _ previous: Range<Int>, _ remarks: inout Remarks
    ) {
        for cue in words.parts {
            guard let index = onlyIndex(of: cue, in: line, sentence) else { continue }
            let numbers = line.numbers(in: sentence).filter { !isInParentheses($0, in: line, sentence) }
            let following = numbers.filter { $0.digits.lowerBound > index }
            guard let unit = following.first(where: { !$0.isPercent && !$0.unit.isEmpty })?.unit else { continue }
            var wholes = numbers.filter { $0.range.upperBound <= index }.suffix(1)
            // 其中 at the head of a sentence divides what the sentence before counted.
            if index == sentence.lowerBound { wholes = line.numbers(in: previous).filter { $0.unit == unit }[...] }
            guard let whole = wholes.first, wholes.count == 1, isCountable(whole) else { continue }
            let parts = parts(of: whole, among: following, in: line)
            guard !parts.isEmpty, parts.allSatisfy(isCountable) else { continue }
            let behind = index..<sentence.upperBound
            judge(whole, parts, isPartial: line.text.containsAny(words.partial, in: behind), in: line, &remarks)
        }
    }

    private func parts(of whole: NumberToken, among following: [NumberToken], in line: ExaminedLine) -> [NumberToken] {
        var parts: [NumberToken] = []
        for token in following {
            if !parts.isEmpty, line.text.containsAny(words.endParts, in: line.before(token)) { break }
            if token.unit == whole.unit, !token.isPercent { parts.append(token) }
        }
        return parts
    }

    /// The place of a word that a sentence has once.
    private func onlyIndex(of cue: Scalars, in line: ExaminedLine, _ sentence: Range<Int>) -> Int? {
        guard let first = line.text.firstIndex(of: cue, in: sentence) else { return nil }
        let rest = (first + cue.count)..<sentence.upperBound
        return line.text.contains(cue, in: rest) ? nil : first
    }

    private func isCountable(_ token: NumberToken) -> Bool {
        !token.unit.isEmpty && !token.isPercent && !token.isApproximate && !token.isRange
    }

    private func isInParentheses(_ token: NumberToken, in line: ExaminedLine, _ sentence: Range<Int>) -> Bool {
        let before = line.text[sentence.lowerBound..<token.digits.lowerBound]
        return before.count { $0 == "(" } > before.count { $0 == ")" }
    }

    private func judge(
        _ whole: NumberToken, _ parts: [NumberToken], isPartial: Bool, in line: ExaminedLine, _ remarks: inout Remarks
    ) {
        var low: Rational = 0
        var high: Rational = 0
        for (index, part) in parts.enumerated() {
            low += part.low
            high += part.high
            // What comes behind a sum that closes is no part of it any more.
            if index > 0, low == high, low == whole.low, !whole.isMasked {
                let terms = parts[...index].map { "\($0.low)" }.joined(separator: "+")
                return remarks.confirm(.sum, line, whole.range, "\(terms)=\(low)")
            }
        }
        let terms = parts.map { line.text.text($0.digits) }.joined(separator: "+")
        let sum = low == high ? "\(low)" : "\(low)至\(high)"
        if low > whole.high {
            remarks.find(
                .sum, .error, line, whole.range,
                parts.count > 1
                    ? "“其中”各项合计\(sum)\(whole.unit)，多于总数：\(terms)" : "“其中”的\(sum)\(whole.unit)多于总数",
                computed: sum)
        } else if parts.count > 1, high < whole.low, !isPartial {
            let rest = whole.low - high
            remarks.find(
                .sum, .warning, line, whole.range,
                "“其中”各项合计\(sum)\(whole.unit)，与总数相差\(rest)；如未列全，请写“主要”“等”或其余去向", computed: sum)
        } else if parts.count > 1, !isPartial, low <= whole.high, high >= whole.low, low != high || whole.isMasked {
            remarks.confirm(.sum, line, whole.range, "可行：\(terms) 在 \(sum) 之间")
        }
    }

    private func totalsBehind(in line: ExaminedLine, _ sentence: Range<Int>, _ remarks: inout Remarks) {
        let numbers = line.numbers(in: sentence)
        for (index, token) in numbers.enumerated() where index >= 2 && isCountable(token) {
            let label = line.before(token)
            let isTotal = words.totals.contains {
                line.text.has($0, at: label.lowerBound) && label.count <= $0.count + 1
            }
            guard isTotal, label.lowerBound > 0, [",", ";", "、"].contains(line.text[label.lowerBound - 1]) else {
                continue
            }
            let parts = Array(
                numbers[..<index].reversed().prefix { $0.unit == token.unit && isCountable($0) }.reversed())
            guard parts.count >= 2 else { continue }
            total(token, parts, in: line, &remarks)
        }
    }

    private func total(_ token: NumberToken, _ parts: [NumberToken], in line: ExaminedLine, _ remarks: inout Remarks) {
        let low = parts.reduce(Rational.zero) { $0 + $1.low }
        let high = parts.reduce(Rational.zero) { $0 + $1.high }
        for start in 0..<(parts.count - 1) where !token.isMasked {
            let tail = parts[start...]
            let sum = tail.reduce(Rational.zero) { $0 + $1.low }
            guard sum == token.low, !tail.contains(where: \.isMasked) else { continue }
            let terms = tail.map { "\($0.low)" }.joined(separator: "+")
            return remarks.confirm(.sum, line, token.range, "\(terms)=\(sum)")
        }
        guard low > token.high || high < token.low else { return }
        let sum = low == high ? "\(low)" : "\(low)至\(high)"
        remarks.find(.sum, .error, line, token.range, "前面各项相加是\(sum)\(token.unit)", computed: sum)
    }
}

/// A quantity has its unit, and units are spelled right.
struct UnitCheck: ReportCheck {
    let quantities: QuantityRules

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            spellings(in: line, &remarks)
            for token in line.numbers where !token.isPercent {
                guard let rule = rule(before: token, in: line) else { continue }
                judge(token, rule, in: line, &remarks)
            }
        }
    }

    private func spellings(in line: ExaminedLine, _ remarks: inout Remarks) {
        for spelling in quantities.wrongUnits {
            var start = 0
            while let index = line.text.firstIndex(of: spelling.wrong, in: start..<line.text.count) {
                let range = index..<(index + spelling.wrong.count)
                remarks.find(
                    .unit, .error, line, range, "单位写法有误，应为“\(spelling.right)”", computed: spelling.right)
                start = range.upperBound
            }
        }
    }

    /// The rule whose words end before a number, the longest first; 为, 共 and the like may stand between.
    private func rule(before token: NumberToken, in line: ExaminedLine) -> QuantityRules.UnitRule? {
        var end = token.digits.lowerBound
        for _ in 0..<3 {
            if let found = matches(endingAt: end, in: line) { return found }
            guard
                let word = quantities.between.filter({ line.text.has($0, at: end - $0.count) }).max(by: {
                    $0.count < $1.count
                })
            else { return nil }
            end -= word.count
        }
        return nil
    }

    private func matches(endingAt end: Int, in line: ExaminedLine) -> QuantityRules.UnitRule? {
        var best: (rule: QuantityRules.UnitRule, length: Int)?
        for rule in quantities.units {
            for word in rule.words where word.count > (best?.length ?? 0) && line.text.has(word, at: end - word.count) {
                best = (rule, word.count)
            }
        }
        return best?.rule
    }

    private func judge(
        _ token: NumberToken, _ rule: QuantityRules.UnitRule, in line: ExaminedLine, _ remarks: inout Remarks
    ) {
        let allowed = rule.allowed.joined(separator: "、")
        if rule.allowed.contains(token.unit) {
            remarks.confirm(.unit, line, token.range, "\(rule.quantity)：\(token.unit)")
        } else if !token.unit.isEmpty {
            remarks.find(
                .unit, .error, line, token.range, "\(rule.quantity)的单位应为\(allowed)，这里是“\(token.unit)”",
                computed: allowed)
        } else {
            let next = token.range.upperBound
            guard !token.isRange, next == line.text.count || line.text[next].endsClause || line.text[next] == "、" else {
                return
            }
            remarks.find(.unit, .warning, line, token.range, "\(rule.quantity)没有写单位，应为\(allowed)", computed: allowed)
        }
    }
}

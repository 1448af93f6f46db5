import Standards

/// 全部, 全覆盖 and 100 % need a number of which they are all; a rough number cannot be dealt with to 100 %.
struct UniversalCheck: ReportCheck {
    let words: ExaminingWords

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            for sentence in line.sentences {
                let numbers = line.numbers(in: sentence)
                let counts = numbers.filter { !$0.isPercent && !$0.unit.isEmpty && $0.unit != "个百分点" }
                for token in numbers where isWhole(token, in: line) {
                    if let rough = counts.last(where: \.isApproximate) {
                        let said = line.original.text(rough.range)
                        remarks.find(
                            .rough, .warning, line, token.range, "分母是约数“\(said)”，算不出百分之百；请写明准确的数")
                    } else if counts.isEmpty {
                        remarks.find(.universal, .note, line, token.range, "没有写明分母：多少之中的100%")
                    }
                }
                guard counts.isEmpty else { continue }
                for index in sentence {
                    guard let word = line.text.longest(of: words.universal, at: index) else { continue }
                    remarks.find(
                        .universal, .note, line, index..<(index + word.count), "“\(word.text)”没有写明总数")
                }
            }
        }
    }

    /// 100 %, also where its three digits are masked, of a rate of something done.
    private func isWhole(_ token: NumberToken, in line: ExaminedLine) -> Bool {
        guard token.isPercent, !token.isRange else { return false }
        let label = line.before(token)
        guard line.text.containsAny(["率", "比例", "达", "完成"].map { Scalars($0) }, in: label) else { return false }
        return token.isMasked ? token.digits.count == 3 && token.decimals == 0 && token.low >= 100 : token.low == 100
    }
}

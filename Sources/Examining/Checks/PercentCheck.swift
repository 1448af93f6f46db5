/// A percentage beside the counts it comes from: two counts must give it, one count must be able to.
struct PercentCheck: ReportCheck {
    let words: ExaminingWords
    /// Rates of days are judged by the days of their period.
    let quantities: QuantityRules
    private let comparing = ["同比", "环比", "上年", "去年", "较"].map { Scalars($0) }

    init(words: ExaminingWords, quantities: QuantityRules) {
        self.words = words
        self.quantities = quantities
    }

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            for token in line.numbers where token.isPercent && !token.isRange && !token.isApproximate {
                guard let percent = PrintedPercent(token) else { continue }
                let before = line.before(token)
                guard line.text.containsAny(words.rates, in: before), !line.text.containsAny(comparing, in: before),
                    !line.text.containsAny(words.up + words.down + quantities.goodDayRates, in: before)
                else { continue }
                judge(percent, token, in: line, &remarks)
            }
        }
    }

    private func judge(
        _ percent: PrintedPercent, _ token: NumberToken, in line: ExaminedLine, _ remarks: inout Remarks
    ) {
        let sentence = line.sentence(at: token.digits.lowerBound)
        let all = line.numbers(in: sentence)
        let earlier = all.filter {
            $0.digits.lowerBound < token.digits.lowerBound && !$0.isPercent && !$0.unit.isEmpty && !$0.isRange
        }
        // Days of good air are out of the days of their period, see GoodDaysCheck.
        if let last = earlier.last, line.text.containsAny(quantities.goodDayCounts, in: line.before(last)) { return }
        guard let last = earlier.last, !earlier.contains(where: { $0.isApproximate || $0.isMasked }) else { return }
        let counts = earlier.filter { $0.unit == last.unit }.compactMap(\.count)
        guard counts.count == earlier.count || counts.count > 1 else { return }
        let isOnly = all.count(where: \.isPercent) == 1
        let range = token.range
        if counts.count == 1 {
            let whole = counts[0]
            guard earlier.count == 1, isOnly, whole > 1 else { return }
            if let part = percent.part(of: whole) {
                remarks.confirm(.percent, line, range, "可行：\(part)/\(whole)")
            } else {
                remarks.find(
                    .percent, .warning, line, range,
                    "以\(whole)\(last.unit)为分母，没有整数能得到这个百分比；请核对，或写明分母", computed: nil)
            }
            return
        }
        pairs(of: counts, percent, isOnly, last.unit, line, range, &remarks)
    }

    private func pairs(
        of counts: [Int], _ percent: PrintedPercent, _ isOnly: Bool, _ unit: String, _ line: ExaminedLine,
        _ range: Range<Int>, _ remarks: inout Remarks
    ) {
        var truncated: (Int, Int)?
        for (wholeIndex, whole) in counts.enumerated() {
            for (partIndex, part) in counts.enumerated() where partIndex != wholeIndex && part <= whole {
                switch percent.agreement(part: part, whole: whole) {
                case .rounded: return remarks.confirm(.percent, line, range, "\(part)/\(whole)")
                case .truncated: truncated = (part, whole)
                case .none: break
                }
            }
        }
        if let (part, whole) = truncated {
            let right = percent.quotient(part: part, whole: whole)
            return remarks.find(
                .percent, .note, line, range, "\(part)/\(whole) 四舍五入为\(right)，这里舍去了尾数", computed: right)
        }
        guard isOnly, counts.count <= 3, let last = counts.last, let first = counts.first else { return }
        let whole = counts.count == 2 ? max(first, last) : first
        let part = counts.count == 2 ? min(first, last) : last
        guard whole > 0, part <= whole else { return }
        let right = percent.quotient(part: part, whole: whole)
        remarks.find(
            .percent, counts.count == 2 ? .error : .warning, line, range,
            "与文中的件数不符：\(part)\(unit)/\(whole)\(unit) 为\(right)", computed: right)
    }
}

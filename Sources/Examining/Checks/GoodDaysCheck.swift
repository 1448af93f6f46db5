import Standards

/// Days of good air, their rate and their change: the denominator is the days of the period.
struct GoodDaysCheck: ReportCheck {
    let quantities: QuantityRules
    let words: ExaminingWords
    /// Stations fail for days, seldom for more than a tenth of them.
    private static let leastValidTenths = 9
    /// From a February to a leap year.
    private static let lengths = 28...366
    private static let share = ["占比", "比例", "占"].map { Scalars($0) }
    private static let otherwise = ["占", "排名", "位次", "权重", "目标"].map { Scalars($0) }

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            for token in line.numbers {
                guard let period = text.period(at: token.digits.lowerBound, of: line, days: Self.lengths)
                else { continue }
                if isCount(token, in: line), let days = token.count, days > period.days {
                    remarks.find(
                        .days, .error, line, token.range, "\(period.name)只有\(period.days)天", computed: "\(period.days)天"
                    )
                }
                if let percent = PrintedPercent(token), isRate(token, in: line), token.printed > 0 {
                    judge(percent, token, period, in: line, &remarks)
                }
            }
        }
    }

    /// What stands before a number, past the other end of its range and the word 分别.
    private func isRate(_ token: NumberToken, in line: ExaminedLine) -> Bool {
        var label = line.before(token)
        if token.isRange, let other = line.numbers.last(where: { $0.range.upperBound < token.digits.lowerBound }),
            other.isRange, other.range.upperBound + 1 == token.digits.lowerBound
        {
            label = line.before(other)
        }
        // 优良天数271天，占比74.0%: the rate of the days right before it.
        if line.text.containsAny(Self.share, in: label),
            let previous = line.numbers.last(where: { $0.range.upperBound < token.digits.lowerBound }),
            isCount(previous, in: line), token.digits.lowerBound - previous.range.upperBound <= 6
        {
            return true
        }
        let starts = quantities.goodDayRates.compactMap { line.text.lastIndex(of: $0, in: label) }
        guard let start = starts.max() else { return false }
        // 优良天数比率排名位次数值各占30%: not the rate itself.
        return !line.text.containsAny(words.up + words.down + Self.otherwise, in: start..<label.upperBound)
    }

    private func isCount(_ token: NumberToken, in line: ExaminedLine) -> Bool {
        guard token.unit == "天", !token.isMasked, !token.isApproximate, !token.isRange else { return false }
        let label = line.before(token)
        return line.text.containsAny(quantities.goodDayCounts, in: label)
            && !line.text.containsAny(words.up + words.down, in: label)
    }

    private func judge(
        _ percent: PrintedPercent, _ token: NumberToken, _ period: PeriodMention, in line: ExaminedLine,
        _ remarks: inout Remarks
    ) {
        let sentence = line.sentence(at: token.digits.lowerBound)
        let counts = line.numbers(in: sentence).filter { isCount($0, in: line) }
        guard !token.isRange, counts.count == 1, let days = counts[0].count, days <= period.days else {
            return feasible(percent, token, period, in: line, &remarks)
        }
        switch percent.agreement(part: days, whole: period.days) {
        case .rounded:
            remarks.confirm(.days, line, token.range, "\(days)/\(period.days)（\(period.name)）")
        case .truncated:
            let right = percent.quotient(part: days, whole: period.days)
            remarks.find(.days, .note, line, token.range, "\(days)/\(period.days) 四舍五入为\(right)", computed: right)
        case .none:
            mismatch(percent, days, token, period, in: line, &remarks)
        }
        points(days, counts[0], token, period, in: line, sentence, &remarks)
    }

    private func mismatch(
        _ percent: PrintedPercent, _ days: Int, _ token: NumberToken, _ period: PeriodMention, in line: ExaminedLine,
        _ remarks: inout Remarks
    ) {
        let right = percent.quotient(part: days, whole: period.days)
        let least = max(days, period.days * Self.leastValidTenths / 10)
        let valid = (least..<period.days).filter { percent.agreement(part: days, whole: $0) == .rounded }
        let said = "\(period.name)\(period.days)天中优良\(days)天为\(right)"
        if valid.isEmpty {
            remarks.find(.days, .error, line, token.range, "与天数不符：\(said)", computed: right)
        } else {
            let list = valid.map(String.init).joined(separator: "、")
            remarks.find(
                .days, .warning, line, token.range, "\(said)；如有效天数为\(list)天才相符，请写明有效天数", computed: right)
        }
    }

    /// Without the number of days some whole number of them must give the rate.
    private func feasible(
        _ percent: PrintedPercent, _ token: NumberToken, _ period: PeriodMention, in line: ExaminedLine,
        _ remarks: inout Remarks
    ) {
        if let days = percent.part(of: period.days) {
            return remarks.confirm(.days, line, token.range, "可行：\(days)/\(period.days)（\(period.name)）")
        }
        let valid = ((period.days * Self.leastValidTenths / 10)..<period.days).compactMap { whole in
            percent.part(of: whole).map { "\($0)/\(whole)" }
        }
        let mend = valid.isEmpty ? "请核对" : "有效天数不足时可能为 \(valid.suffix(3).joined(separator: "、"))，请写明有效天数"
        remarks.find(
            .days, .warning, line, token.range, "按\(period.name)\(period.days)天，没有整数天数能得到这个比率；\(mend)")
    }

    /// 同比减少1天 and 同比下降3.2个百分点 must agree.
    private func points(
        _ days: Int, _ count: NumberToken, _ token: NumberToken, _ period: PeriodMention, in line: ExaminedLine,
        _ sentence: Range<Int>, _ remarks: inout Remarks
    ) {
        let numbers = line.numbers(in: sentence)
        guard let dayIndex = numbers.firstIndex(where: { $0.digits == count.digits }), dayIndex + 1 < numbers.count,
            let rateIndex = numbers.firstIndex(where: { $0.digits == token.digits }), rateIndex + 1 < numbers.count
        else { return }
        let change = numbers[dayIndex + 1]
        let printed = numbers[rateIndex + 1]
        guard change.unit == "天", printed.unit == "个百分点", let moved = change.count, !printed.isMasked,
            let daySign = sign(before: change, in: line), let pointSign = sign(before: printed, in: line)
        else { return }
        let earlier = days - daySign * moved
        let yearBefore = period.from.adding(years: -1).days(until: period.to.adding(years: -1)) + 1
        guard (0...yearBefore).contains(earlier),
            let now = try? Rational(numerator: days * 100, denominator: period.days),
            let then = try? Rational(numerator: earlier * 100, denominator: yearBefore)
        else { return }
        let places = printed.decimals
        guard let exact = try? (now - then).rounded(decimals: places),
            let nowRounded = try? now.rounded(decimals: places), let thenRounded = try? then.rounded(decimals: places)
        else { return }
        let claimed = pointSign > 0 ? printed.low : -printed.low
        let isRight = claimed == exact.rational || claimed == nowRounded.rational - thenRounded.rational
        if isRight {
            remarks.confirm(
                .change, line, printed.range, "\(days)/\(period.days) 与 \(earlier)/\(yearBefore) 相差 \(exact) 个百分点")
        } else {
            remarks.find(
                .change, .error, line, printed.range,
                "与天数的变化不符：\(days)/\(period.days) 与上年 \(earlier)/\(yearBefore) 相差 \(exact) 个百分点", computed: "\(exact)")
        }
    }

    private func sign(before token: NumberToken, in line: ExaminedLine) -> Int? {
        let label = line.before(token)
        if line.text.containsAny(words.up, in: label) { return 1 }
        return line.text.containsAny(words.down, in: label) ? -1 : nil
    }
}

import Standards

/// Finds the periods of a line. A month without a year takes the year named before.
struct PeriodScanner {
    let line: Scalars

    /// - Parameter year: the year named last; changed to the one named here.
    func scan(year: inout Int?) -> [PeriodMention] {
        var found: [PeriodMention] = []
        var index = 0
        while index < line.count {
            if let (value, end) = number(at: index, digits: 4...4), line.has(["年"], at: end), !isTail(index) {
                guard value >= 1949, value <= 2100 else {
                    index = end
                    continue
                }
                year = value
                let next = line.has(["年", "度"], at: end) ? end + 2 : end + 1
                let mention = part(of: value, at: next, from: index) ?? whole(value, index..<next)
                if let mention { found.append(mention) }
                index = max(next, mention?.range.upperBound ?? next)
            } else if let value = year, line[index].isDigit, !isTail(index),
                let mention = part(of: value, at: index, from: index)
            {
                found.append(mention)
                index = mention.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// Whether the digits before belong to the same number or a span of years (2021-2025年).
    private func isTail(_ index: Int) -> Bool {
        index > 0
            && (line[index - 1].isDigit || line[index - 1] == "." || line[index - 1] == "-" || line[index - 1] == "~")
    }

    private func number(at index: Int, digits: ClosedRange<Int>) -> (value: Int, end: Int)? {
        var end = index
        var value = 0
        while end < line.count, line[end].isDigit, end - index <= digits.upperBound {
            value = value * 10 + line[end].digit
            end += 1
        }
        return digits.contains(end - index) ? (value, end) : nil
    }

    private func whole(_ year: Int, _ range: Range<Int>) -> PeriodMention? {
        guard let from = CivilDate(year: year, month: 1, day: 1) else { return nil }
        return PeriodMention(range: range, from: from, to: from.lastOfYear, name: "\(year)年")
    }

    private static let parts: [(word: Scalars, months: ClosedRange<Int>)] = [
        (Scalars("上半年"), 1...6), (Scalars("下半年"), 7...12), (Scalars("第一季度"), 1...3), (Scalars("第二季度"), 4...6),
        (Scalars("第三季度"), 7...9), (Scalars("第四季度"), 10...12), (Scalars("一季度"), 1...3), (Scalars("二季度"), 4...6),
        (Scalars("三季度"), 7...9), (Scalars("四季度"), 10...12), (Scalars("前三季度"), 1...9),
    ]

    private func part(of year: Int, at index: Int, from start: Int) -> PeriodMention? {
        for part in Self.parts where line.has(part.word, at: index) {
            return months(part.months, of: year, start..<(index + part.word.count))
        }
        guard let (first, end) = number(at: index, digits: 1...2) else { return nil }
        if end < line.count, line[end] == "-" || line[end] == "~",
            let (last, stop) = number(at: end + 1, digits: 1...2),
            line.has(["月"], at: stop), first < last
        {
            return months(first...last, of: year, start..<(stop + 1))
        }
        guard line.has(["月"], at: end) else { return nil }
        if let (day, stop) = number(at: end + 1, digits: 1...2), line.has(["日"], at: stop) {
            guard let date = CivilDate(year: year, month: first, day: day) else { return nil }
            return PeriodMention(range: start..<(stop + 1), from: date, to: date, name: "\(year)年\(first)月\(day)日")
        }
        return months(first...first, of: year, start..<(end + 1))
    }

    private func months(_ months: ClosedRange<Int>, of year: Int, _ range: Range<Int>) -> PeriodMention? {
        guard let from = CivilDate(year: year, month: months.lowerBound, day: 1),
            let last = CivilDate(year: year, month: months.upperBound, day: 1)
        else { return nil }
        let name =
            months.count == 1 ? "\(year)年\(months.lowerBound)月" : "\(year)年\(months.lowerBound)—\(months.upperBound)月"
        return PeriodMention(range: range, from: from, to: last.lastOfMonth, name: name)
    }
}

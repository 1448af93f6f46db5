import Standards

/// When a number is of: a year somewhere in the text, a day where it says 截至目前; and dates that exist.
struct MomentCheck: ReportCheck {
    let words: ExaminingWords
    /// A text with fewer numbers may do without a period.
    private static let fewNumbers = 3

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        let quantities = text.lines.flatMap { line in
            line.numbers.filter { !$0.unit.isEmpty && !$0.isChinese }.map { (line, $0) }
        }
        if !text.hasYear, quantities.count >= Self.fewNumbers, let first = quantities.first {
            remarks.find(
                .moment, .warning, first.0, first.1.range, "通篇没有写明年份或截止日期，这些数不知是何时的")
        }
        for line in text.lines {
            openMoments(in: line, &remarks)
            dates(in: line, &remarks)
        }
    }

    private func openMoments(in line: ExaminedLine, _ remarks: inout Remarks) {
        for sentence in line.sentences {
            for index in sentence {
                guard let word = line.text.longest(of: words.openMoment, at: index) else { continue }
                let behind = index..<sentence.upperBound
                let hasNumber = line.numbers(in: behind).contains { !$0.unit.isEmpty }
                let hasDay = line.periods.contains { sentence.contains($0.range.lowerBound) && $0.days == 1 }
                if hasNumber, !hasDay {
                    remarks.find(
                        .moment, .warning, line, index..<(index + word.count), "“\(word.text)”没有写明日期，应写“截至×年×月×日”")
                }
            }
        }
    }

    /// 13月, 2月30日. A day of February is judged by the year before it, a leap year where there is none.
    private func dates(in line: ExaminedLine, _ remarks: inout Remarks) {
        for index in line.text.indices where line.text[index] == "月" && index > 0 && line.text[index - 1].isDigit {
            var start = index
            while start > 0, line.text[start - 1].isDigit { start -= 1 }
            if start > 0, line.text[start - 1] == "." || line.text[start - 1].isMask { continue }
            guard let month = Int(line.text.text(start..<index)) else { continue }
            if month < 1 || month > 12 {
                remarks.find(.date, .error, line, start..<(index + 1), "没有\(month)月")
                continue
            }
            var end = index + 1
            while end < line.text.count, line.text[end].isDigit { end += 1 }
            guard end > index + 1, line.text.has(["日"], at: end), let day = Int(line.text.text((index + 1)..<end))
            else { continue }
            let year = line.periods.last { $0.range.lowerBound <= start }?.from.year ?? 2_024
            let last = CivilDate.days(inMonth: month, of: year)
            if day < 1 || day > last {
                remarks.find(.date, .error, line, start..<(end + 1), "\(month)月只有\(last)天", computed: "\(last)")
            }
        }
    }
}

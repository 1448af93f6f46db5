import Standards

/// A text, line by line, as the checks see it.
struct ExaminedText: Sendable {
    let lines: [ExaminedLine]
    /// The day of the text: as given, or the day at its end, or the end of the period it names first.
    let date: CivilDate?
    /// The first period named.
    let period: PeriodMention?
    /// Whether a year stands anywhere, also one with masked digits.
    let hasYear: Bool

    init(_ source: [String], date given: CivilDate?, words: CountingWords) {
        var year: Int?
        var lines: [ExaminedLine] = []
        for (index, line) in source.enumerated() {
            let given = Scalars(line)
            let columns = Self.columns(of: given)
            let original = columns.map { given[$0] }
            let text = original.folded
            lines.append(
                ExaminedLine(
                    index: index, source: given, original: original, text: text, columns: columns,
                    numbers: NumberScanner(line: text, original: original, words: words).scan(),
                    periods: PeriodScanner(line: text).scan(year: &year), sentences: Self.sentences(of: text)))
        }
        self.lines = lines
        let mentions = lines.flatMap(\.periods)
        period = mentions.first
        let signed = lines.suffix(5).flatMap(\.periods).last { $0.days == 1 }
        date = given ?? signed?.to ?? mentions.first?.to
        hasYear = !mentions.isEmpty || lines.contains { $0.text.contains(Scalars("xx年"), in: 0..<$0.text.count) }
    }

    /// The places of a line that are no typesetter's blanks: 2024 年, 全年 11 次, 33 µg/m3.
    private static func columns(of line: Scalars) -> [Int] {
        let text = line.folded
        return text.indices.filter { index in
            guard text[index] == " ", index > 0, index + 1 < text.count else { return true }
            let left = text[index - 1]
            let right = text[index + 1]
            // “5 全力保障” at the head of a line is a number that lost its mark, no quantity.
            if index <= 2, text[..<index].allSatisfy(\.isDigit) { return true }
            let leftIsWord = left.isDigit || left.isLatin
            let rightIsWord = right.isDigit || right.isLatin
            return
                !(left.isHan && rightIsWord || leftIsWord && right.isHan
                || left.isDigit && (right == "%" || right == "µ"))
        }
    }

    private static func sentences(of text: Scalars) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for index in text.indices where text[index].endsSentence {
            found.append(start..<(index + 1))
            start = index + 1
        }
        if start < text.count { found.append(start..<text.count) }
        return found
    }

    /// The period that a place speaks of: named before it in its line, or last in the lines above; 全年 is the year of that.
    ///
    /// - Parameter days: how long it must be: a rate is of no single day.
    func period(at column: Int, of line: ExaminedLine, days: ClosedRange<Int>) -> PeriodMention? {
        let own = line.periods.last { $0.range.lowerBound < column && days.contains($0.days) }
        let said = own ?? lines[..<line.index].last { !$0.periods.isEmpty }?.periods.last
        let sentence = line.sentence(at: column)
        let isOfYear = Self.wholeYear.contains { word in
            line.text.lastIndex(of: word, in: sentence.lowerBound..<min(column, sentence.upperBound)).map {
                $0 > (own?.range.lowerBound ?? -1)
            } ?? false
        }
        if isOfYear, let said {
            let year = PeriodMention(
                range: said.range, from: said.from.firstOfYear, to: said.from.lastOfYear, name: "\(said.from.year)年")
            return days.contains(year.days) ? year : nil
        }
        if let own { return own }
        return lines[..<line.index].last { $0.periods.contains { days.contains($0.days) } }?.periods
            .last { days.contains($0.days) }
    }

    private static let wholeYear = ["全年", "年均"].map { Scalars($0) }
}

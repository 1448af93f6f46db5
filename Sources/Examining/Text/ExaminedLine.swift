/// A line with what was read in it.
struct ExaminedLine: Sendable {
    /// From zero.
    let index: Int
    /// As given.
    let source: Scalars
    /// Without the blanks that typesetting puts between Chinese characters and digits or letters.
    let original: Scalars
    /// The same with full-width forms folded.
    let text: Scalars
    /// Where each place of `original` and `text` stands in `source`.
    let columns: [Int]
    let numbers: [NumberToken]
    let periods: [PeriodMention]
    /// The sentences, each with its closing mark.
    let sentences: [Range<Int>]

    /// The numbers of a range of columns.
    func numbers(in range: Range<Int>) -> [NumberToken] {
        numbers.filter { range.contains($0.digits.lowerBound) }
    }

    /// The columns of a range of `text` in the line as given.
    func given(_ range: Range<Int>) -> Range<Int> {
        guard let last = range.last else { return 0..<0 }
        return columns[range.lowerBound]..<(columns[last] + 1)
    }

    func sentence(at column: Int) -> Range<Int> {
        sentences.first { $0.contains(column) } ?? 0..<text.count
    }

    /// What stands before a number up to the last mark or number.
    func before(_ token: NumberToken) -> Range<Int> {
        var start = token.digits.lowerBound
        let floor = numbers.last { $0.range.upperBound <= token.digits.lowerBound }?.range.upperBound ?? 0
        while start > floor, !text[start - 1].endsClause, text[start - 1] != "、" { start -= 1 }
        return start..<token.digits.lowerBound
    }

    /// What stands behind a number up to the next mark or number.
    func after(_ token: NumberToken) -> Range<Int> {
        var end = token.range.upperBound
        let ceiling = numbers.first { $0.digits.lowerBound >= end }?.digits.lowerBound ?? text.count
        while end < ceiling, !text[end].endsClause, text[end] != "、" { end += 1 }
        return token.range.upperBound..<end
    }
}

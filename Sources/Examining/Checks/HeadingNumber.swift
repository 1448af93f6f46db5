/// The number at the head of a line: 一、 （一） 1. （1）, from the outer to the inner level.
struct HeadingNumber {
    enum Level: Int { case chinese = 1, chineseInParentheses, arabic, arabicInParentheses }

    let level: Level
    let value: Int
    /// What closes the number; empty where nothing does.
    let mark: String
    let range: Range<Int>

    init?(_ text: Scalars) {
        var start = 0
        while start < text.count, text[start] == " " { start += 1 }
        guard start < text.count else { return nil }
        let inParentheses = text[start] == "("
        let first = inParentheses ? start + 1 : start
        var end = first
        guard first < text.count else { return nil }
        let isArabic = text[first].isDigit
        while end < text.count, isArabic ? text[end].isDigit : ChineseNumeral.isNumeral(text[end]) { end += 1 }
        guard end > first, end - first <= (isArabic ? 2 : 3), end < text.count else { return nil }
        let number = isArabic ? Int(text.text(first..<end)) : ChineseNumeral.value(of: text[first..<end])
        guard let number, number > 0 else { return nil }
        value = number
        if inParentheses {
            guard text[end] == ")" else { return nil }
            level = isArabic ? .arabicInParentheses : .chineseInParentheses
            mark = "()"
            range = start..<(end + 1)
            return
        }
        level = isArabic ? .arabic : .chinese
        range = start..<(end + 1)
        if text[end] == "、" || isArabic && text[end] == "." && !(end + 1 < text.count && text[end + 1].isDigit) {
            mark = String(text[end])
        } else if isArabic, text[end] == " ", end + 1 < text.count, text[end + 1].isHan {
            mark = ""
        } else {
            return nil
        }
    }
}

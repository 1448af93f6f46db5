/// A number in prose that nobody answers for: it is neither a figure nor a stated value (design, rule 8).
package struct LooseNumber: Hashable, Sendable {
    /// The digits with a few letters round them.
    package let excerpt: String

    /// What may follow a number that counts nothing: a date, a place in an order, a name.
    private static let harmless: [Character] = Array("年月日时号届")
    /// What may stand before one: 第3, 附件1, and letters such as PM2.5 or GB 3095.
    private static let leading: [Character] = Array("第附件表图")

    /// The numbers of a text that need a home.
    ///
    /// Written in Arabic digits only: 两项 and 三条 are words. Not counted are dates, places in an order (第3), headings
    /// (1. at the beginning of a line), titles in 《》, numbers of documents in 〔〕, and names such as PM2.5 or GB 3095-2026.
    package static func all(in text: String) -> [LooseNumber] {
        var found: [LooseNumber] = []
        for line in text.split(separator: "\n") {
            for case .words(let words) in PaperText.parse(line).texts { found += numbers(in: Array(words)) }
        }
        return found
    }

    private static func numbers(in letters: [Character]) -> [LooseNumber] {
        var found: [LooseNumber] = []
        var place = 0
        var inTitle = 0
        while place < letters.count {
            let letter = letters[place]
            if letter == "《" || letter == "〔" { inTitle += 1 }
            if letter == "》" || letter == "〕" { inTitle = max(0, inTitle - 1) }
            guard isDigit(letter) else {
                place += 1
                continue
            }
            let start = place
            while place < letters.count, isDigit(letters[place]) || isInside(letters, place) { place += 1 }
            if inTitle == 0, !isNamed(letters, start), !isHarmless(letters, place, start) {
                let from = max(0, start - 6)
                let to = min(letters.count, place + 6)
                found.append(LooseNumber(excerpt: String(letters[from..<to])))
            }
        }
        return found
    }

    private static func isDigit(_ letter: Character) -> Bool {
        letter.isASCII ? letter.isNumber : ("０"..."９").contains(letter)
    }

    /// A point, comma or dash between two digits.
    private static func isInside(_ letters: [Character], _ place: Int) -> Bool {
        ".,，-—–．".contains(letters[place]) && place + 1 < letters.count && isDigit(letters[place + 1])
    }

    private static func isNamed(_ letters: [Character], _ start: Int) -> Bool {
        guard start > 0 else { return false }
        var before = start - 1
        if letters[before] == " " || letters[before] == "-" || letters[before] == "—", before > 0 { before -= 1 }
        return leading.contains(letters[before]) || (letters[before].isASCII && letters[before].isLetter)
    }

    private static func isHarmless(_ letters: [Character], _ end: Int, _ start: Int) -> Bool {
        guard end < letters.count else { return false }
        // 1. at the beginning of a line.
        if start == 0, ".．、".contains(letters[end]) { return true }
        // 2026年 is a date, 3年 a length of time.
        if letters[end] == "年" { return end - start == 4 }
        return harmless.contains(letters[end])
    }
}

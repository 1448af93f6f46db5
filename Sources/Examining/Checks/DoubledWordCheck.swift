/// A character or word that stands twice in a row by a slip.
struct DoubledWordCheck: ReportCheck {
    let words: ExaminingWords
    /// Words of two up to eight characters: longer repetitions are written on purpose.
    private static let lengths = 2...8

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            var index = 0
            while index + 1 < line.text.count {
                if let length = phrase(at: index, in: line.text) {
                    let word = line.original.text(index..<(index + length))
                    remarks.find(.doubled, .error, line, index..<(index + 2 * length), "“\(word)”重复")
                    index += 2 * length
                } else if isDoubled(at: index, in: line.text) {
                    let word = line.original.text(index..<(index + 1))
                    remarks.find(.doubled, .error, line, index..<(index + 2), "“\(word)”重复")
                    index += 2
                } else {
                    index += 1
                }
            }
        }
    }

    private func isDoubled(at index: Int, in text: Scalars) -> Bool {
        guard text[index] == text[index + 1], words.doubledCharacters.contains(text[index]) else { return false }
        // 和和平区: the second one begins a word.
        return !words.doubledRight.contains { text.has($0, at: index) }
    }

    private func phrase(at index: Int, in text: Scalars) -> Int? {
        for length in Self.lengths.reversed() where index + 2 * length <= text.count {
            let first = text[index..<(index + length)]
            guard first.allSatisfy({ $0.isHan && !ChineseNumeral.isNumeral($0) }),
                first.elementsEqual(text[(index + length)..<(index + 2 * length)])
            else { continue }
            // 天天, 日日: one character repeated is no word of two.
            guard Set(first).count > 1 else { continue }
            return words.doubledPhrases.contains { text.has($0, at: index) } ? nil : length
        }
        return nil
    }
}

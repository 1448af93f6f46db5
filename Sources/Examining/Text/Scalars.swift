/// Text as an array of code points: positions are columns, and every look is constant time.
typealias Scalars = [Unicode.Scalar]

extension Array where Element == Unicode.Scalar {
    init(_ text: String) { self = Array(text.unicodeScalars) }

    /// As text again.
    var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: self)
        return String(view)
    }

    func text(_ range: Range<Int>) -> String { Array(self[range]).text }

    /// Whether a word stands at a position.
    func has(_ word: Scalars, at index: Int) -> Bool {
        guard index >= 0, index + word.count <= count else { return false }
        for offset in 0..<word.count where self[index + offset] != word[offset] { return false }
        return true
    }

    /// The first place of a word inside a range.
    func firstIndex(of word: Scalars, in range: Range<Int>) -> Int? {
        guard let head = word.first, range.count >= word.count else { return nil }
        for index in range.lowerBound...(range.upperBound - word.count) where self[index] == head {
            if has(word, at: index) { return index }
        }
        return nil
    }

    /// The last place of a word inside a range.
    func lastIndex(of word: Scalars, in range: Range<Int>) -> Int? {
        guard let head = word.first, range.count >= word.count else { return nil }
        for index in (range.lowerBound...(range.upperBound - word.count)).reversed() where self[index] == head {
            if has(word, at: index) { return index }
        }
        return nil
    }

    func contains(_ word: Scalars, in range: Range<Int>) -> Bool { firstIndex(of: word, in: range) != nil }

    func containsAny(_ words: [Scalars], in range: Range<Int>) -> Bool {
        words.contains { contains($0, in: range) }
    }

    /// The longest of the words that stands at a position.
    func longest(of words: [Scalars], at index: Int) -> Scalars? {
        var best: Scalars?
        for word in words where word.count > (best?.count ?? 0) && has(word, at: index) { best = word }
        return best
    }

    /// One code point for one: full-width forms, the two micro signs, the dashes of ranges and superscripts become plain,
    /// so that columns stay those of the text as given.
    var folded: Scalars { map(\.folded) }
}

extension Unicode.Scalar {
    fileprivate var folded: Unicode.Scalar {
        switch value {
        case 0xFF5E, 0x301C, 0x223C: "~"
        case 0xFF01...0xFF5D: Unicode.Scalar(value - 0xFEE0) ?? self
        case 0x3000, 0x00A0, 0x09: " "
        case 0x03BC: "µ"
        case 0x2013, 0x2014, 0x2212, 0x2010, 0x2011: "-"
        case 0x00B2: "2"
        case 0x00B3: "3"
        default: self
        }
    }

    var isDigit: Bool { value >= 0x30 && value <= 0x39 }
    var digit: Int { Int(value) - 0x30 }
    var isLatin: Bool { (value >= 0x41 && value <= 0x5A) || (value >= 0x61 && value <= 0x7A) }
    var isHan: Bool { value >= 0x4E00 && value <= 0x9FFF }
    /// Stands for a digit that was struck out.
    var isMask: Bool { self == "x" || self == "X" }
    /// Ends a sentence.
    var endsSentence: Bool { self == "。" || self == "!" || self == "?" }
    /// Ends a clause.
    var endsClause: Bool { endsSentence || self == "," || self == ";" || self == ":" }
}

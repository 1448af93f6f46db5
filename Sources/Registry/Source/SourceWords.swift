/// The words by which sources are found: Chinese characters and pairs of neighbouring ones, and runs of letters and digits with
/// their beginnings.
enum SourceWords {
    /// Beginnings of codes up to here are words of their own: those that thousands of codes share, a division's digits in
    /// credit codes among them. What is longer tells codes apart and is looked for along the words themselves.
    static let longestBeginning = 8
    /// Words of one value at most: what is longer is found by its beginning.
    private static let greatestCount = 200

    /// What a value is found by.
    static func words(of text: String) -> Set<String> {
        var words: Set<String> = []
        for run in runs(of: text) where words.count < greatestCount {
            if run.isChinese {
                words.formUnion(run.signs.map { String($0) })
                for (first, second) in zip(run.signs, run.signs.dropFirst()) { words.insert(String([first, second])) }
            } else {
                words.insert(String(run.signs))
                for length in 1...longestBeginning where length < run.signs.count {
                    words.insert(String(run.signs.prefix(length)))
                }
            }
        }
        return words
    }

    /// What a question asks for: all of the words, and words that begin so, which are long beginnings of
    /// codes.
    static func query(_ text: String) -> (whole: Set<String>, beginnings: Set<String>) {
        var whole: Set<String> = []
        var beginnings: Set<String> = []
        for run in runs(of: text) {
            if run.isChinese, run.signs.count > 1 {
                for (first, second) in zip(run.signs, run.signs.dropFirst()) { whole.insert(String([first, second])) }
            } else if run.isChinese || run.signs.count <= longestBeginning {
                whole.insert(String(run.signs))
            } else {
                beginnings.insert(String(run.signs))
            }
        }
        return (whole, beginnings)
    }

    private struct Run {
        let isChinese: Bool
        var signs: [Character]
    }

    /// Stretches of one kind of signs; all others separate them.
    private static func runs(of text: String) -> [Run] {
        var runs: [Run] = []
        var isOpen = false
        for sign in HalfWidth.folded(text).lowercased() {
            let isChinese = sign.unicodeScalars.first.map { isIdeograph($0) } ?? false
            guard isChinese || sign.isLetter || sign.isNumber else {
                isOpen = false
                continue
            }
            if isOpen, let last = runs.indices.last, runs[last].isChinese == isChinese {
                runs[last].signs.append(sign)
            } else {
                runs.append(Run(isChinese: isChinese, signs: [sign]))
                isOpen = true
            }
        }
        return runs
    }

    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3007: true
        default: false
        }
    }
}

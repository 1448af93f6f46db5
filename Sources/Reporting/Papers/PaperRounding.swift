package import Standards

/// How a count is printed in round words, so that the sentence stays true: the exact value is rounded down to a step.
package struct PaperRounding: Sendable, Hashable {
    /// The words with which a round number says that it is one.
    package enum Word: String, CaseIterable, Sendable {
        /// 200余: more than 200 and fewer than one step more.
        case over = "余"
        /// 200家以上: 200 or more; the unit stands inside.
        case least = "以上"
    }

    package let word: Word
    /// A whole number above zero.
    package let step: Int

    /// Takes the rounding out of a figure's arguments; nil where there is none.
    ///
    /// - Returns: also what is left, and what is wrong with the step.
    static func taken(
        from arguments: [String: String]
    ) -> (rounding: PaperRounding?, rest: [String: String], problem: String?) {
        var rest = arguments
        for word in Word.allCases {
            guard let text = rest.removeValue(forKey: word.rawValue) else { continue }
            guard let step = Int(text), step > 0 else { return (nil, rest, "“\(word.rawValue)=\(text)”应写正整数") }
            return (PaperRounding(word: word, step: step), rest, nil)
        }
        return (nil, rest, nil)
    }

    /// What is printed of an exact value: itself where it is smaller than a step or no whole number; without 余 where it
    /// is a multiple of the step, because nothing is over then.
    package func text(_ exact: Rational?, printed: String, unit: String) -> String {
        guard let exact, exact.isInteger, !exact.isNegative, let value = Int(exact.description), value >= step else {
            return word == .least && exact != nil ? printed + unit : printed
        }
        let round = value / step * step
        switch word {
        case .over: return round == value ? "\(value)" : "\(round)余"
        case .least: return "\(round)\(unit)以上"
        }
    }
}

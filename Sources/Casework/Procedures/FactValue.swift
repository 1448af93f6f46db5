package import Standards

/// What was stated of a matter.
package enum FactValue: Hashable, Sendable {
    /// In 分.
    case money(Int64)
    case date(CivilDate)
    case flag(Bool)
    case text(String)

    /// Whether the value is of a kind.
    package func fits(_ kind: FactKind) -> Bool {
        switch (self, kind) {
        case (.money(let cents), .money): cents >= 0
        case (.date, .date), (.flag, .flag): true
        case (.text(let text), .text): !text.isEmpty
        case (.text(let word), .choice(let words)): words.contains(word)
        case (.text(let text), .choices(let words)): isChoice(FactKind.words(of: text), of: words)
        default: false
        }
    }

    /// Whether some words were chosen from a list, each once.
    private func isChoice(_ chosen: [String], of words: [String]) -> Bool {
        !chosen.isEmpty && Set(chosen).count == chosen.count && chosen.allSatisfy(words.contains)
    }
}

/// How alike two names or two addresses are, as people write them in different lists.
///
/// Both are brought into one form – half width, no signs, the words that a kind names left out – and compared by their pairs of
/// neighbours (Dice: twice what they share, over what they have). Whole percent, so that no reader rounds otherwise.
package struct NameLikeness: Sendable {
    /// What says nothing about which one it is: 有限责任公司, 天津市.
    private let dropped: [String]

    /// - Parameter dropped: words that are left out, whichever stands first being tried first; where one holds another it must
    ///   stand before it.
    package init(dropping dropped: [String]) { self.dropped = dropped }

    /// A text in the form in which it is compared. One that consists of such words alone keeps them.
    package func core(of text: String) -> String {
        let plain = String(HalfWidth.folded(text).lowercased().filter { $0.isLetter || $0.isNumber })
        var core = plain
        for word in dropped { core = core.replacing(word, with: "") }
        return core.isEmpty ? plain : core
    }

    /// The pairs of neighbours of a core, each with how often it stands there; a single sign is its own pair.
    static func pairs(of core: String) -> [String: Int] {
        let signs = Array(core)
        guard signs.count > 1 else { return signs.isEmpty ? [:] : [core: 1] }
        var pairs: [String: Int] = [:]
        for (first, second) in zip(signs, signs.dropFirst()) { pairs[String([first, second]), default: 0] += 1 }
        return pairs
    }

    /// How alike two cores are, 0 … 100; 0 where one is empty.
    package static func percent(_ left: String, _ right: String) -> Int {
        percent(pairs(of: left), pairs(of: right))
    }

    static func percent(_ left: [String: Int], _ right: [String: Int]) -> Int {
        let total = left.values.reduce(0, +) + right.values.reduce(0, +)
        guard total > 0, !left.isEmpty, !right.isEmpty else { return 0 }
        let shared = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
        return 200 * shared / total
    }
}

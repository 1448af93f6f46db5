/// How many items a listing has: between the marks of lists, outside quotes, titles and parentheses.
struct ItemCount {
    /// The numbers of items that are possible; an “和” may join two items or stand inside one.
    let possible: ClosedRange<Int>

    private static let conjunctions = ["以及", "和", "及", "与"].map { Scalars($0) }
    private static let opening: Set<Unicode.Scalar> = ["“", "《", "(", "「"]
    private static let closing: Set<Unicode.Scalar> = ["”", "》", ")", "」"]

    /// Items parted by a mark.
    init(_ text: Scalars, mark: Unicode.Scalar = "、") {
        var depth = 0
        var marks = 0
        var joints = 0
        var index = 0
        while index < text.count {
            let scalar = text[index]
            if Self.opening.contains(scalar) { depth += 1 }
            if Self.closing.contains(scalar) { depth -= 1 }
            if depth <= 0, scalar == mark {
                // 等、 and quotes that touch mark no further item.
                marks += 1
            } else if depth <= 0, mark == "、", scalar == "”" || scalar == "》", index + 1 < text.count,
                text[index + 1] == "“" || text[index + 1] == "《"
            {
                marks += 1
            } else if depth <= 0, index > 0, let word = text.longest(of: Self.conjunctions, at: index) {
                joints += 1
                index += word.count - 1
            }
            index += 1
        }
        possible = (marks + 1)...(marks + 1 + joints)
    }

    /// Whether nothing parts the text.
    var isSingle: Bool { possible.lowerBound == 1 }
}

/// Several texts in one cell.
package enum WrittenList {
    /// Between the items of a value that is kept.
    package static let separator = "、"
    static let greatestCount = 200
    static let greatestLength = 2_000

    /// The items, each once, in their order. A comma between two digits separates nothing: 1,2-二氯乙烷 is one item.
    static func items(of text: String) -> [String] {
        var items: [String] = []
        var item = ""
        func end() {
            let done = HalfWidth.trimmed(item)
            if !done.isEmpty, !items.contains(done) { items.append(done) }
            item = ""
        }
        let signs = Array(text)
        for (place, sign) in signs.enumerated() {
            switch sign {
            case ",":
                let isInside =
                    place > 0 && place + 1 < signs.count && signs[place - 1].isNumber && signs[place + 1].isNumber
                if isInside { item.append(sign) } else { end() }
            case "、", "，", ";", "；", "|", "\n", "\r\n", "\r": end()
            default: item.append(sign)
            }
        }
        end()
        return items
    }

    /// The items of a kept value.
    package static func items(ofKept value: String) -> [String] { value.split(separator: separator).map(String.init) }
}

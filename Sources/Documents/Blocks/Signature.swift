/// 署名 and 成文日期 at the end (GB/T 9704-2012, 7.3.5).
package struct Signature: Hashable, Sendable {
    /// Signing bodies, one a line.
    package var lines: [String]
    /// 成文日期, as printed.
    package var date: String?
    /// Whether a seal will be put on it: date four characters from the right, the name centred above it (7.3.5.1).
    /// Otherwise the name two characters from the right and the date two to the right of the name's start (7.3.5.2).
    package var isSealed: Bool

    package init(lines: [String], date: String? = nil, isSealed: Bool = true) {
        self.lines = lines
        self.date = date
        self.isSealed = isSealed
    }

    /// A line with its distance from the right edge, in half characters.
    var placed: [(text: String, right: Int)] {
        let dateWidth = date.map(TextWidth.halves) ?? 0
        let widest = lines.map(TextWidth.halves).max() ?? 0
        guard isSealed else {
            let isDateLonger = dateWidth > widest
            let nameRight = isDateLonger ? dateWidth + 8 - widest : 4
            let dateRight = isDateLonger ? 4 : widest - dateWidth
            let names = lines.map { (text: $0, right: nameRight + (widest - TextWidth.halves($0)) / 2) }
            return names + (date.map { [(text: $0, right: dateRight)] } ?? [])
        }
        // A name longer than the date by more than eight characters would leave the page: it then ends at the edge.
        let names = lines.map { (text: $0, right: max(0, 8 + (dateWidth - TextWidth.halves($0)) / 2)) }
        return names + (date.map { [(text: $0, right: 8)] } ?? [])
    }
}

/// Headings and items in order, without duplicates and gaps, and of one style among siblings.
struct NumberingCheck: ReportCheck {
    private struct Item {
        let number: HeadingNumber
        let line: ExaminedLine
    }

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        // By level, the outermost first: the items so far under the heading that is open.
        var open: [Int: [Item]] = [:]
        // Where a level stopped under the heading before: numbers may run on.
        var ended: [Int: Int] = [:]
        for line in text.lines {
            guard let number = HeadingNumber(line.text) else { continue }
            let level = number.level.rawValue
            // A bare number is a heading only where one is due: else it may be a row of figures.
            let last = open[level]?.last?.number.value
            if number.mark.isEmpty, last.map({ $0 + 1 != number.value }) ?? true { continue }
            for inner in open.keys where inner > level {
                ended[inner] = open[inner]?.last?.number.value
                close(open[inner] ?? [], &remarks)
                open[inner] = nil
            }
            let item = Item(number: number, line: line)
            if number.value == 1, let last, last > 1 {
                close(open[level] ?? [], &remarks)
                open[level] = [item]
                continue
            }
            order(item, after: last, orEnded: ended[level], &remarks)
            open[level, default: []].append(item)
        }
        for level in open.keys.sorted() { close(open[level] ?? [], &remarks) }
    }

    private func order(_ item: Item, after last: Int?, orEnded ended: Int?, _ remarks: inout Remarks) {
        let value = item.number.value
        let printed = item.line.original.text(item.number.range)
        guard let last else {
            if value != 1, value != (ended ?? 0) + 1 {
                remarks.find(.numbering, .error, item.line, item.number.range, "“\(printed)”之前没有同级的第1项")
            }
            return
        }
        if value == last {
            remarks.find(.numbering, .error, item.line, item.number.range, "编号“\(printed)”重复")
        } else if value > last + 1 {
            let missing = (last + 1)..<value
            let said = missing.count == 1 ? "第\(missing.lowerBound)项" : "第\(missing.lowerBound)至\(value - 1)项"
            remarks.find(.numbering, .error, item.line, item.number.range, "编号“\(printed)”之前缺\(said)")
        } else if value < last {
            remarks.find(.numbering, .error, item.line, item.number.range, "编号“\(printed)”次序颠倒：前一项是第\(last)项")
        }
    }

    /// A list is over: its order is right, and its style is judged.
    private func close(_ items: [Item], _ remarks: inout Remarks) {
        guard items.count > 1 else { return }
        let values = items.map(\.number.value)
        let first = items[0]
        if zip(values, values.dropFirst()).allSatisfy({ $0 + 1 == $1 }) {
            remarks.confirm(
                .numbering, first.line, first.number.range, "第\(values[0])至\(values[values.count - 1])项依次排列")
        }
        guard items.count > 2 else { return }
        style(items, { $0.number.mark }, &remarks) { item, usual in
            item.number.mark.isEmpty ? "编号后缺“\(usual)”，同级其余都有" : "编号后是“\(item.number.mark)”，同级其余是“\(usual)”"
        }
        style(items, Self.parentheses, &remarks) { _, usual in "括号的全角、半角与同级其余不同：其余是\(usual)" }
        let headings = items.filter {
            $0.line.text.count <= 40 && !$0.line.text.dropLast().contains(where: \.endsSentence)
        }
        guard headings.count > 2 else { return }
        style(headings, { $0.line.text.last == "。" ? "有句号" : "无句号" }, &remarks, severity: .note) { _, usual in
            "标题末尾与同级其余不同：其余\(usual)"
        }
    }

    private static func parentheses(of item: Item) -> String {
        item.line.original[item.number.range.lowerBound] == "（" ? "全角" : "半角"
    }

    private func style(
        _ items: [Item], _ look: (Item) -> String, _ remarks: inout Remarks, severity: FindingSeverity = .warning,
        message: (Item, String) -> String
    ) {
        let groups = Dictionary(grouping: items, by: look)
        guard groups.count == 2, let usual = groups.max(by: { $0.value.count < $1.value.count }) else { return }
        for (key, odd) in groups where key != usual.key && odd.count * 2 < usual.value.count {
            for item in odd { remarks.find(.style, severity, item.line, item.number.range, message(item, usual.key)) }
        }
    }
}

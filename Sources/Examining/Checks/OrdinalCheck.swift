/// 一是, 二是, 三是 in order and without gaps, up to the next heading.
struct OrdinalCheck: ReportCheck {
    struct Ordinal {
        let value: Int
        let column: Int
    }

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        var last = 0
        var lastLine: ExaminedLine?
        for line in text.lines {
            if HeadingNumber(line.text) != nil { last = 0 }
            for ordinal in Self.ordinals(in: line) {
                let range = ordinal.column..<(ordinal.column + 2)
                let printed = line.original.text(range)
                if ordinal.value == 1 {
                    // A new list; the one before it may be over.
                    if last == 1, lastLine?.index == line.index {
                        remarks.find(.numbering, .error, line, range, "“\(printed)”重复")
                    }
                } else if ordinal.value == last {
                    remarks.find(.numbering, .error, line, range, "“\(printed)”重复")
                } else if ordinal.value != last + 1 {
                    let mend = last == 0 ? "前面没有“一是”" : "前一项是第\(last)项，中间有缺漏或次序颠倒"
                    remarks.find(.numbering, .error, line, range, "“\(printed)”次序不对：\(mend)")
                }
                last = ordinal.value
                lastLine = line
            }
        }
    }

    /// Those at the head of a clause.
    static func ordinals(in line: ExaminedLine) -> [Ordinal] {
        var found: [Ordinal] = []
        for index in line.text.indices where line.text[index] == "是" && index > 0 {
            var start = index
            while start > 0, ChineseNumeral.isNumeral(line.text[start - 1]) { start -= 1 }
            guard start < index, let value = ChineseNumeral.value(of: line.text[start..<index]), value > 0, value <= 20
            else {
                continue
            }
            let isHead =
                start == 0 || line.text[start - 1].endsClause || [" ", "“", ")"].contains(line.text[start - 1])
            if isHead { found.append(Ordinal(value: value, column: start)) }
        }
        return found
    }
}

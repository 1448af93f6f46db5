/// 四项机制 must be four: the list right before it, behind its colon, or told off by 一是, 二是.
struct ListingCheck: ReportCheck {
    let words: ExaminingWords
    private static let largest = 12
    private static let administrative: Set<Unicode.Scalar> = ["省", "市", "区", "县", "乡", "镇", "村", "街"]

    /// A number of things: 四项 with its columns.
    private struct Announcement {
        let count: Int
        let range: Range<Int>
        let counter: Scalars
        let isChinese: Bool
    }

    init(words: ExaminingWords) { self.words = words }

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            for announcement in announcements(in: line) where announcement.count > 1 {
                if before(announcement, in: line, &remarks) { continue }
                behind(announcement, in: line, &remarks)
                told(announcement, in: line, of: text, &remarks)
            }
        }
    }

    private func announcements(in line: ExaminedLine) -> [Announcement] {
        var found: [Announcement] = []
        var index = 0
        while index < line.text.count {
            var end = index
            let isChinese = ChineseNumeral.isNumeral(line.text[index])
            while end < line.text.count, isChinese ? ChineseNumeral.isNumeral(line.text[end]) : line.text[end].isDigit {
                end += 1
            }
            guard end > index else {
                index += 1
                continue
            }
            defer { index = end }
            let value = isChinese ? ChineseNumeral.value(of: line.text[index..<end]) : Int(line.text.text(index..<end))
            guard let value, (1...Self.largest).contains(value), end - index <= 2,
                let counter = line.text.longest(of: words.listingCounters, at: end),
                index == 0 || !"第前.至-~0123456789".unicodeScalars.contains(line.text[index - 1])
            else { continue }
            // 进一步 is no first step.
            if value == 1, counter == ["步"] { continue }
            // 九个月 and 四个百分点 count no things; a digit before a mark is a quantity, not a name.
            let next = end + counter.count
            let following = next < line.text.count ? line.text[next] : "。"
            if following == "月" || following == "百" || following == "多" || following == "余" { continue }
            if !isChinese, !following.isHan { continue }
            found.append(
                Announcement(count: value, range: index..<next, counter: counter, isChinese: isChinese))
        }
        return found
    }

    // MARK: A list before it

    private func before(_ announcement: Announcement, in line: ExaminedLine, _ remarks: inout Remarks) -> Bool {
        var end = announcement.range.lowerBound
        guard end > 1 else { return false }
        var isOpen = false
        for word in words.listingOpen where line.text.has(word, at: end - word.count) {
            isOpen = true
            end -= word.count
        }
        guard end > 1 else { return false }
        let items: Range<Int>
        let isQuoted = line.text[end - 1] == "”" || line.text[end - 1] == "\""
        if isQuoted {
            let opening: Unicode.Scalar = line.text[end - 1] == "”" ? "“" : "\""
            guard let open = line.text[..<(end - 1)].lastIndex(of: opening) else { return false }
            items = (open + 1)..<(end - 1)
        } else {
            items = plainList(endingAt: end, in: line)
        }
        guard items.count > 2, line.text[items].contains("、"), line.text[items.upperBound - 1] != "、",
            // 坚持一个指引、紧盯三条主线、健全四项机制: the numbers are items themselves.
            isQuoted || !announcements(in: line).contains(where: { items.contains($0.range.lowerBound) })
        else { return false }
        let list = Array(line.text[items])
        var possible = ItemCount(list).possible
        if announcement.counter == Scalars("级") {
            possible = possible.lowerBound...max(possible.upperBound, levels(in: list))
        }
        if !isQuoted, let begin = beginning(of: list) {
            let least = ItemCount(Array(list[begin...])).possible.lowerBound
            possible = min(least, possible.lowerBound)...possible.upperBound
        }
        report(announcement, possible, isOpen: isOpen, in: line, items, &remarks)
        return true
    }

    /// Back to the mark or quantity before which another thought begins.
    private func plainList(endingAt end: Int, in line: ExaminedLine) -> Range<Int> {
        var start = end
        var depth = 0
        while start > 0 {
            let scalar = line.text[start - 1]
            if scalar == "”" || scalar == "》" || scalar == ")" { depth += 1 }
            if scalar == "“" || scalar == "《" || scalar == "(" {
                depth -= 1
                if depth < 0 { break }
            }
            if depth == 0, scalar.endsClause { break }
            start -= 1
        }
        let floor = line.numbers.last { $0.range.upperBound <= end && !$0.isChinese }?.range.upperBound ?? 0
        return max(start, min(floor, end))..<end
    }

    /// Where a list without quotes may really begin: behind the last word before its last item that opens one.
    private func beginning(of list: Scalars) -> Int? {
        guard let last = list.lastIndex(of: "、") else { return nil }
        let before = 0..<last
        return words.listingBegins.compactMap { word in
            list.lastIndex(of: word, in: before).map { $0 + word.count }
        }.max()
    }

    /// 省市区 without marks are three levels.
    private func levels(in list: Scalars) -> Int {
        list.split(separator: "、").reduce(0) { sum, item in
            sum + (item.suffix(3).allSatisfy(Self.administrative.contains) ? min(item.count, 3) : 1)
        }
    }

    // MARK: A list behind it

    private func behind(_ announcement: Announcement, in line: ExaminedLine, _ remarks: inout Remarks) {
        var index = announcement.range.upperBound
        while index < line.text.count, index - announcement.range.upperBound < 12,
            line.text[index].isHan || line.text[index] == "”" || line.text[index] == "\""
        {
            index += 1
        }
        guard index < line.text.count, line.text[index] == ":", index + 1 < line.text.count else { return }
        let sentence = line.sentence(at: index)
        let items = (index + 1)..<sentence.upperBound
        let list = Array(line.text[items])
        guard !list.isEmpty, !isTold(at: index + 1, in: line) else { return }
        let counts = [ItemCount(list, mark: ";"), ItemCount(list), ItemCount(list, mark: ",")].filter { !$0.isSingle }
        guard let first = counts.first else { return }
        if counts.contains(where: { $0.possible.contains(announcement.count) }) {
            return remarks.confirm(.listing, line, announcement.range, "列出\(announcement.count)项")
        }
        // Clauses may run on behind the list, so only the strongest mark tells that there are too few or too many.
        guard line.text[items].contains(";") || !line.text[items].contains(",") else { return }
        report(announcement, first.possible, isOpen: false, in: line, items, &remarks)
    }

    // MARK: Told off by 一是, 二是

    private func isTold(at index: Int, in line: ExaminedLine) -> Bool { line.text.has(Scalars("一是"), at: index) }

    private func told(
        _ announcement: Announcement, in line: ExaminedLine, of text: ExaminedText, _ remarks: inout Remarks
    ) {
        guard announcement.isChinese else { return }
        var index = announcement.range.upperBound
        while index < line.text.count, line.text[index].isHan || line.text[index] == "”" { index += 1 }
        guard index - announcement.range.upperBound <= 12 else { return }
        let count: Int?
        if index == line.text.count {
            count = headed(by: line, in: text)
        } else if ["。", ":", ","].contains(line.text[index]), isTold(at: index + 1, in: line) {
            count = OrdinalCheck.ordinals(in: line).filter { $0.column > index }.map(\.value).max()
        } else {
            count = nil
        }
        guard let count else { return }
        report(announcement, count...count, isOpen: false, in: line, announcement.range, &remarks)
    }

    /// The paragraphs under a short line without a closing mark, up to the next such line.
    private func headed(by line: ExaminedLine, in text: ExaminedText) -> Int? {
        guard Self.isTitle(line) else { return nil }
        var values: [Int] = []
        for below in text.lines[(line.index + 1)...] {
            if Self.isTitle(below) { break }
            values += OrdinalCheck.ordinals(in: below).map(\.value)
        }
        return values.max()
    }

    private static func isTitle(_ line: ExaminedLine) -> Bool {
        guard let last = line.text.last, line.text.count <= 30 else { return false }
        return last.isHan && !line.text.contains(where: \.endsSentence)
    }

    private func report(
        _ announcement: Announcement, _ possible: ClosedRange<Int>, isOpen: Bool, in line: ExaminedLine,
        _ items: Range<Int>,
        _ remarks: inout Remarks
    ) {
        let printed = line.original.text(announcement.range)
        if isOpen ? possible.lowerBound <= announcement.count : possible.contains(announcement.count) {
            return remarks.confirm(
                .listing, line, announcement.range,
                isOpen ? "列出\(possible.lowerBound)项，未列全" : "列出\(announcement.count)项")
        }
        let found = possible.count == 1 ? "\(possible.lowerBound)" : "\(possible.lowerBound)至\(possible.upperBound)"
        remarks.find(
            .listing, announcement.isChinese ? .error : .warning, line, announcement.range,
            "说“\(printed)”，列出的是\(found)项", computed: found)
    }
}

/// A title between 《》 in a line.
struct TitleMention {
    /// The columns with the marks.
    let range: Range<Int>
    /// What stands between the marks, folded, without 中华人民共和国.
    let name: String
    /// Whether it is declared a short name: (以下简称《方案》).
    let isShortName: Bool

    private static let country = "中华人民共和国"
    private static let declaring = ["以下简称", "简称", "以下称", "下称"].map { Scalars($0) }

    static func all(in line: ExaminedLine) -> [TitleMention] {
        var found: [TitleMention] = []
        var starts: [Int] = []
        for index in line.text.indices {
            if line.text[index] == "《" { starts.append(index) }
            guard line.text[index] == "》", let start = starts.popLast(), index - start > 1, index - start <= 80 else {
                continue
            }
            var name = line.text.text((start + 1)..<index).filter { $0 != " " }
            if name.hasPrefix(country), name.count > country.count { name.removeFirst(country.count) }
            let isShort = declaring.contains { line.text.has($0, at: start - $0.count) }
            found.append(TitleMention(range: start..<(index + 1), name: name, isShortName: isShort))
        }
        return found
    }
}

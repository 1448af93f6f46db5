/// 分别为 gives each thing named one number, and numbers of one unit.
struct RespectivelyCheck: ReportCheck {
    private let cues = ["分别为", "分别是", "分别达", "分别占", "各占", "分别达到"].map { Scalars($0) }
    /// A subject so short (升幅, 降幅) that the things are named in the clause before.
    private static let shortSubject = 4

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            for (index, token) in line.numbers.enumerated() {
                guard let cue = cues.first(where: { line.text.has($0, at: token.digits.lowerBound - $0.count) }) else {
                    continue
                }
                let row = NumberRow.starting(at: index, of: line.numbers, in: line)
                guard row.count > 1 else { continue }
                units(row, in: line, &remarks)
                judge(row, cueAt: token.digits.lowerBound - cue.count, in: line, &remarks)
            }
        }
    }

    private func judge(_ row: [NumberToken], cueAt cue: Int, in line: ExaminedLine, _ remarks: inout Remarks) {
        guard let things = subject(before: cue, in: line), let last = row.last else { return }
        let possible = ItemCount(Array(line.text[things])).possible
        guard possible.upperBound > 1 else { return }
        let range = cue..<last.range.upperBound
        if possible.contains(row.count) {
            remarks.confirm(.respectively, line, range, "\(row.count)项对\(row.count)个数")
        } else {
            let named = possible.count == 1 ? "\(possible.lowerBound)" : "\(possible.lowerBound)至\(possible.upperBound)"
            remarks.find(
                .respectively, .error, line, range, "前面列出\(named)项，后面是\(row.count)个数", computed: "\(row.count)")
        }
    }

    private func subject(before cue: Int, in line: ExaminedLine) -> Range<Int>? {
        let clause = clause(endingAt: cue, in: line)
        guard clause.count <= Self.shortSubject, !line.text[clause].contains("、") else { return clause }
        guard clause.lowerBound > 1, line.text[clause.lowerBound - 1] == "," else { return nil }
        return self.clause(endingAt: clause.lowerBound - 1, in: line)
    }

    private func clause(endingAt end: Int, in line: ExaminedLine) -> Range<Int> {
        var start = end
        while start > 0, !line.text[start - 1].endsClause { start -= 1 }
        return start..<end
    }

    /// Three numbers and more of which one has another unit.
    private func units(_ row: [NumberToken], in line: ExaminedLine, _ remarks: inout Remarks) {
        guard row.count > 2 else { return }
        let groups = Dictionary(grouping: row, by: \.unit)
        guard groups.count == 2, let usual = groups.max(by: { $0.value.count < $1.value.count }),
            let odd = groups.min(by: { $0.value.count < $1.value.count })?.value, odd.count == 1, usual.value.count > 1
        else { return }
        remarks.find(
            .unit, .error, line, odd[0].range, "同一列数的单位不同：其余是“\(usual.key)”", computed: usual.key)
    }
}

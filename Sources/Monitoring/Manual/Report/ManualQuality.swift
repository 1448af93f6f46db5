import Standards

/// Compares blanks and parallels of a report with the rules; exact, rounded only to be shown.
struct ManualQuality {
    let rows: [LaboratoryRow]
    /// The number of the sample beside which a parallel was taken.
    let mainOfParallel: [String: String]
    let rule: ManualQualityRule
    /// Titles of items.
    let title: (String) -> String

    /// Item by item in the order of the rows.
    func findings() throws -> [ManualQualityFinding] {
        var found: [ManualQualityFinding] = []
        for row in rows {
            switch row.kind {
            case .sample: continue
            case .blank: found.append(blank(row, .blank))
            case .fieldBlank: found.append(blank(row, .fieldBlank))
            case .parallel:
                let main = mainOfParallel[row.sample] ?? ""
                found +=
                    try rows.first { $0.sample == main && $0.item == row.item && $0.kind == .sample }.map {
                        try pair($0, row, .parallel)
                    }.map { [$0] } ?? []
            case .duplicate:
                let first = rows.first {
                    $0.sample == row.sample && $0.item == row.item && $0.kind != .duplicate
                }
                if let first { found.append(try pair(first, row, .duplicate)) }
            }
        }
        return try found + counts()
    }

    private func blank(_ row: LaboratoryRow, _ kind: ManualQualityFinding.Kind) -> ManualQualityFinding {
        let isGood = row.isBelowDetection || row.value.isZero || row.limit.map { row.value < $0 } ?? false
        return ManualQualityFinding(
            kind: kind, item: row.item, text: "\(title(row.item)) \(kind.title) \(row.sample)：\(row.text)，应低于检出限",
            isGood: isGood)
    }

    private func pair(
        _ first: LaboratoryRow, _ second: LaboratoryRow, _ kind: ManualQualityFinding.Kind
    ) throws -> ManualQualityFinding {
        let head = "\(title(first.item)) \(kind.title) \(first.sample)：\(first.text) 与 \(second.text)"
        func finding(_ words: String, _ isGood: Bool) -> ManualQualityFinding {
            ManualQualityFinding(kind: kind, item: first.item, text: "\(head)，\(words)", isGood: isGood)
        }
        if first.isBelowDetection, second.isBelowDetection { return finding("均低于检出限", true) }
        if first.isBelowDetection || second.isBelowDetection { return finding("其一低于检出限，不计算偏差", true) }
        let (a, b) = (Rational(first.value), Rational(second.value))
        let sum = a + b
        let bound = rule.parallel(of: first.item, mean: try sum / 2)
        let difference = (a - b).magnitude
        if let greatest = bound.difference {
            let text = try difference.rounded(decimals: 3).normalized.description
            return finding("相差 \(text)，允许 \(greatest)", difference <= Rational(greatest))
        }
        let percent = bound.percent ?? rule.defaultPercent
        if sum.isZero { return finding("均为零", true) }
        let deviation = try difference * 100 / sum
        return finding(
            "相对偏差 \(try deviation.rounded(decimals: 1)) %，允许 \(percent) %", deviation <= Rational(percent))
    }

    /// Whether there are as many blanks and parallels as a report needs.
    private func counts() throws -> [ManualQualityFinding] {
        var items: [String] = []
        for row in rows where row.kind == .sample && !items.contains(row.item) { items.append(row.item) }
        var found: [ManualQualityFinding] = []
        for item in items {
            func count(_ kind: LaboratoryRow.Kind) -> Int { rows.count { $0.item == item && $0.kind == kind } }
            let blanks = count(.fieldBlank)
            if blanks < rule.fieldBlanks {
                found.append(
                    ManualQualityFinding(
                        kind: .fewBlanks, item: item,
                        text: "\(title(item)) 全程序空白 \(blanks) 个，至少 \(rule.fieldBlanks) 个", isGood: false))
            }
            let samples = count(.sample)
            let needed = try (rule.parallelShare * Rational(samples)).ceiling
            let parallels = count(.parallel)
            if parallels < needed {
                found.append(
                    ManualQualityFinding(
                        kind: .fewParallels, item: item,
                        text: "\(title(item)) 样品 \(samples) 个、现场平行 \(parallels) 个，至少 \(needed) 个", isGood: false))
            }
        }
        return found
    }
}

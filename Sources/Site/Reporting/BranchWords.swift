import Records
import Reporting

/// What lies below a figure or an input, counted, in words.
enum BranchWords {
    /// Inputs that are followed for a page without being asked for: more would make the reader wait.
    static let shownAtOnce = 400
    /// Inputs that are followed when a reader asks for it.
    static let shownOnDemand = 150_000

    /// Said when it was not counted.
    static func uncounted(_ countsAll: Bool) -> String {
        countsAll ? "下层超过 \(shownOnDemand) 项，没有统计。请进入一个月、一天后查看。" : "下层较多，没有逐一统计。"
    }

    /// What lies below inputs; nil when it is more than may be counted for the page.
    ///
    /// - Parameter countsAll: whether the reader asked for it.
    static func survey(
        below inputs: [InputID], countsAll: Bool, in context: PageContext
    ) throws -> EvidenceSurvey? {
        try EvidenceSurvey(
            below: inputs, sources: context.services.sources, in: context.connection, from: context.archive,
            limit: countsAll ? shownOnDemand : shownAtOnce)
    }

    /// One fact a kind, the nearest level first.
    static func facts(_ counts: BranchCounts) -> [LabelledText] {
        parts(counts).map { LabelledText(label: $0.label, value: $0.count, href: nil) }
    }

    /// `小时值 24 项 · 导入行 24 行`.
    static func line(_ counts: BranchCounts) -> String {
        parts(counts).map { "\($0.label) \($0.count)" }.joined(separator: " · ")
    }

    private static func parts(_ counts: BranchCounts) -> [(label: String, count: String)] {
        var parts = counts.inputs.filter { $0.name != "record" }.map { kind in
            (label: FigureWords.kind(named: kind.name), count: "\(kind.count) 项")
        }
        if counts.packets > 0 { parts.append(("原始报文", "\(counts.packets) 条")) }
        if counts.importRows > 0 {
            parts.append(("导入行", "\(counts.importRows) 行（\(counts.importBatches) 个文件）"))
        }
        if counts.records > 0 { parts.append(("台账记录", "\(counts.records) 条")) }
        return parts
    }
}

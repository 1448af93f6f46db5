import Documents
import Monitoring
import Registry
import Standards

/// 《数据审核记录表》 of a day: how far each station has come, and every decision with its reason.
enum ReviewDayPaper {
    static func paper(_ query: ReviewMatrixQuery, in context: PageContext) throws -> Paper {
        let sheet = try ReviewMatrixSheet(query, in: context)
        let reviews = try ReviewStore.reviews(on: sheet.day, in: context.connection)
        let names = Dictionary(
            sheet.air.stations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let shown = reviews.filter { names[$0.station] != nil }.sorted { $0.sequence < $1.sequence }
        let bureau = context.bureauName
        let blocks: [Block] = [
            .title(["空气自动监测数据审核记录表"]),
            .paragraph(Paragraph([Run("数据日期：\(sheet.day.chinese)")], style: .centered)),
            .heading(Heading(1, ["审核进度"], isNumbered: true)),
            .table(try progress(sheet, in: context)),
            .heading(Heading(1, ["审核决定"], isNumbered: true)),
            shown.isEmpty
                ? .paragraph(Paragraph([Run("当日没有逐值的审核决定。")]))
                : .table(decisions(shown, names, sheet)),
            .note([Run("注：原始值照样保留；剔除的值不参加日、月、年统计，存疑的值仍参加。\(context.cutoffText)。")]),
            .paragraph(Paragraph(["初审人：＿＿＿＿＿＿　　复审人：＿＿＿＿＿＿　　审核定稿：＿＿＿＿＿＿"], style: .flush)),
            .signature(Signature(lines: [bureau], date: context.today.chinese, isSealed: false)),
        ]
        var layout = DocumentLayout.bulletin
        layout.orientation = .landscape
        return Paper(
            name: "数据审核记录表 \(sheet.day)", issuer: bureau, banner: context.isDemo ? "演示数据" : nil,
            layout: layout, blocks: blocks)
    }

    private static func progress(_ sheet: ReviewMatrixSheet, in context: PageContext) throws -> Table {
        let heads = ["站点", "各值状态", "缺数及原因", "初审", "复审", "定稿"]
        let rows = try ReviewDaySteps.rows(sheet, in: context).map { step -> [Table.Cell] in
            [
                Table.Cell([Run(step.station)], isRowHeader: true), Table.Cell([Run(step.statesText)]),
                Table.Cell([Run(step.gapsText)]), Table.Cell([Run(step.reviewedText)]),
                Table.Cell([Run(step.signedText)]), Table.Cell([Run(step.lockedText)]),
            ]
        }
        return Table(columns: heads.map { _ in .init(.center) }, header: [heads.map { Table.Cell($0) }], rows: rows)
    }

    private static func decisions(
        _ reviews: [HourReview], _ names: [String: String], _ sheet: ReviewMatrixSheet
    ) -> Table {
        let heads = ["站点", "时段", "项目", "审核时所见", "决定", "理由", "审核人", "审核时间", "台账序号"]
        let rows = reviews.map { review -> [Table.Cell] in
            let item = AirItem(rawValue: review.item)
            let hour = review.start.beijingHour + 1
            return [
                Table.Cell([Run(names[review.station] ?? review.station)], isRowHeader: true),
                Table.Cell([Run("\(hour)时")]), Table.Cell([Run(item?.screenName ?? review.item)]),
                Table.Cell([Run(seen(review))]), Table.Cell([Run(sheet.air.words.name(review))]),
                Table.Cell([Run(sheet.air.words.reason(review))]), Table.Cell([Run(review.reviewer)]),
                Table.Cell([Run(Instant(milliseconds: review.decidedMilliseconds).shortMinuteText)]),
                Table.Cell([Run(String(review.sequence))]),
            ]
        }
        return Table(columns: heads.map { _ in .init(.center) }, header: [heads.map { Table.Cell($0) }], rows: rows)
    }

    /// The value that the decision spoke of.
    private static func seen(_ review: HourReview) -> String {
        guard let judged = review.judged else { return "未记" }
        if judged == JudgedValue.nothing { return "无数据" }
        let parts = judged.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let flag = parts.count > 1 ? String(parts[1]) : ""
        let value = parts.first == "-" ? "无值" : String(parts.first ?? "")
        return flag.isEmpty || flag == "N" ? value : "\(value)（\(ReadingFlag.meaning(flag))）"
    }
}

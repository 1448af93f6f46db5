import Documents
import Monitoring
import Reporting
import Standards

/// 后期控制均值: what the rest of the year may be for the target to be met, by the figures that the morning shows too.
struct AllowanceSheet {
    private static let ids: [(id: String, label: String)] = [
        ("air.plan.pm25.target", "PM₂.₅ 年度目标"), ("air.year.pm25", "本年 PM₂.₅ 均值"),
        ("air.plan.pm25.sum", "已发生累计量"), ("air.plan.pm25.left", "剩余可用量"), ("air.plan.daysleft", "剩余天数"),
        ("air.plan.pm25.control", "后期控制均值"), ("air.plan.gooddays.target", "优良天数目标"),
        ("air.year.gooddays", "已有优良天数"), ("air.plan.baddays.left", "剩余可超标天数"),
    ]

    static func sheet(_ query: AnalysisQuery, in context: PageContext) throws -> (AnalysisSheet, [(String, String?)]) {
        let to = min(query.to ?? context.yesterday, context.yesterday)
        var sheet = AnalysisSheet(
            sub: "全区　\(to.year)年　截至 \(to.shortText)", fields: [AnalysisStation.date("to", "截至", to)])
        sheet.state = try DataState(airUntil: to, in: context)
        sheet.facts = try ids.map { id, label in
            let figure = try context.figure(id, on: to)
            return LabelledText(label: label, value: figure.screenTextWithUnit, href: figure.href)
        }
        sheet.parts = [try course(to, in: context)]
        return (sheet, [("to", to.description)])
    }

    /// Month by month: the mean so far and what the rest could still be.
    private static func course(_ to: CivilDate, in context: PageContext) throws -> AnalysisSheet.Part {
        var part = AnalysisSheet.Part(id: "course", title: "逐月：累计均值与后期控制均值")
        let target = try context.figure("air.plan.pm25.target", on: to)
        guard target.isPresent else {
            part.emptyReason = "没有设定 \(to.year) 年的 PM₂.₅ 目标。设定年度目标后，这里给出余下的日子最多可以多高。"
            return part
        }
        let ends = (1...to.month).map { month in
            min(CivilDate(year: to.year, month: month, day: 1)?.lastOfMonth ?? to, to)
        }
        let rows = try ends.map { end in
            let figures = try ["air.year.pm25", "air.plan.daysleft", "air.plan.pm25.control", "air.plan.baddays.left"]
                .map { try context.figure($0, on: end) }
            return (end: end, texts: figures.map { $0.rounded?.description ?? "—" })
        }
        let unit = "μg/m³"
        let labels = rows.map { "\($0.end.month)月" }
        let column = { (place: Int) in rows.map { ChartValue($0.texts[place]) } }
        part.drawing = Chart(
            .line, title: part.title, unit: unit, labels: labels,
            series: [ChartSeries("累计均值", column(0)), ChartSeries("后期控制均值", column(2))],
            limits: target.rounded.flatMap { ChartValue($0.description) }.map {
                [ChartLimit($0, label: "年度目标")]
            } ?? [], width: 900, height: 260
        ).drawing()
        part.caption = "各月末（本月为截至日），单位 \(unit)；后期控制均值低于累计均值时，余下的日子须比以往好"
        part.table = AnalysisPage.Table(
            caption: part.title, heads: ["截至", "累计均值（\(unit)）", "剩余天数", "后期控制均值（\(unit)）", "剩余可超标天数"],
            rows: rows.map {
                AnalysisPage.Row(
                    label: $0.end.shortText,
                    href: SiteURL.figure(FigureRequest("air.plan.pm25.control", on: $0.end, [:])).path,
                    cells: $0.texts)
            })
        part.notes = [
            "后期控制均值 =（年度目标 × 有效日数与剩余天数之和 − 已发生累计量）÷ 剩余天数；为负时目标已不可能达到。",
            "由目标与未修约的日均值推算，供内部调度，不是公布值。",
        ]
        return part
    }
}

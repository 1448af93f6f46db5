import Monitoring
import Registry
import Standards

extension WaterPage {
    /// The sections in a month.
    init(_ month: CivilDate, in context: PageContext) throws {
        let sheet = try WaterMonthSheet(month, in: context)
        let previous = sheet.month.firstOfPreviousMonth
        let next = sheet.month.firstOfNextMonth
        let state = try DataState(water: sheet.month, sections: sheet.sections, in: context)
        self.init(
            frame: PageFrame("地表水", in: context, at: .water, state: state.review),
            monthText: sheet.month.chineseMonth, monthISO: sheet.month.monthText, monthAction: SiteURL.water().path,
            previousMonth: TextLink(label: previous.chineseMonth, href: SiteURL.water(previous).path),
            nextMonth: next <= context.today ? TextLink(label: next.chineseMonth, href: SiteURL.water(next).path) : nil,
            state: state, summary: try Self.summary(sheet, in: context), sections: sheet.hasData ? sheet.rows : [],
            emptyReason: try Self.emptyReason(sheet, in: context), mapSVG: nil, csvHref: nil)
    }

    private static func summary(_ sheet: WaterMonthSheet, in context: PageContext) throws -> [LabelledText] {
        let figures = [
            ("参评断面", "water.month.assessed"), ("达标断面", "water.month.met"), ("达标率", "water.month.metrate"),
            ("Ⅰ—Ⅲ类断面", "water.month.good"), ("超标断面", "water.month.failing"),
        ]
        var facts = try figures.map { label, id in
            let value = try context.figure(id, on: sheet.month)
            return LabelledText(label: label, value: value.screenTextWithUnit, href: value.href)
        }
        if sheet.omittedCount > 0 {
            facts.append(
                LabelledText(
                    label: "未列出", value: "另有 \(sheet.omittedCount) 个导入的断面", href: nil))
        }
        return facts
    }

    private static func emptyReason(_ sheet: WaterMonthSheet, in context: PageContext) throws -> String {
        if sheet.sections.isEmpty { return "还没有断面。用 qingheng import water 文件 导入监测值，或登记断面并接入水站后显示。" }
        // Whether phosphorus is judged by the river or the lake table is never guessed, so such sections have no class.
        if sheet.sections.allSatisfy({ WaterBodyKind(rawValue: $0.text("bodyKind")) == nil }) {
            return "\(sheet.sections.count) 个断面都没有登记水体类型（河流或湖库），不能评价类别；监测值已照原样保存。补登记水体类型和水质目标后，类别自动算出。"
        }
        let latest = try WaterMonthStore.latest(upTo: context.today, in: context.connection)
        let hint = latest.map { "最近有数据的月份是 \($0.chineseMonth)。" } ?? ""
        return "\(sheet.month.chineseMonth)没有断面数据。\(hint)已有文件时用 qingheng import water 文件 导入。"
    }
}

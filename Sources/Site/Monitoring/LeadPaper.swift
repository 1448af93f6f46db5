import Documents
import Monitoring
import Standards

/// 《线索登记单》: what the monitor reported, hour by hour, with the packets it came in.
enum LeadPaper {
    static func paper(_ sheet: LeadSheet, in context: PageContext) -> Paper {
        let bureau = context.bureauName
        let facts = sheet.facts.map { fact in
            [
                Table.Cell([Run(fact.label)], alignment: .center, isRowHeader: true),
                Table.Cell([Run(fact.value)], alignment: .left),
            ]
        }
        let blocks: [Block] =
            [
                .title(["线索登记单"]),
                .paragraph(Paragraph([Run("编号：\(sheet.words.number)")], style: .right)),
                .paragraph(Paragraph([.bold(LeadWords.state)], style: .centered)),
                .heading(Heading(1, ["基本情况"], isNumbered: true)),
                .table(Table(columns: [.init(.center, weight: 1), .init(.left, weight: 4)], header: [], rows: facts)),
                .heading(Heading(1, ["逐时数据"], isNumbered: true)),
                .table(hours(sheet)),
                .note([Run("注：加粗的小时超过限值。\(context.cutoffText)。报文原文可在本系统中按地址查看。")]),
                .heading(Heading(1, ["尚待核实"], isNumbered: true)),
            ] + LeadSheet.caveats.map { .paragraph(Paragraph([Run($0)])) } + [
                .paragraph(Paragraph(["登记人：＿＿＿＿＿＿　　核实人：＿＿＿＿＿＿"], style: .flush)),
                .signature(Signature(lines: [bureau], date: context.today.chinese, isSealed: false)),
            ]
        var layout = DocumentLayout.bulletin
        layout.orientation = .landscape
        return Paper(
            name: "线索登记单 \(sheet.words.number)", issuer: bureau, banner: context.isDemo ? "演示数据" : nil, layout: layout,
            blocks: blocks)
    }

    private static func hours(_ sheet: LeadSheet) -> Table {
        let heads = ["时段", "项目", "实测值", "折算值", "限值", "单位", "超标倍数", "设备标记", "企业标记", "来源"]
        let rows = sheet.rows.map { row -> [Table.Cell] in
            let isOver = row.hour.isOver
            func cell(_ text: String) -> Table.Cell { Table.Cell([Run(text, isBold: isOver)]) }
            let source = row.evidence.map { Run.link(row.evidenceText, href: $0.path) } ?? Run("—")
            return [
                Table.Cell([Run(row.label, isBold: isOver)], isRowHeader: true), cell(row.limit.name),
                cell(row.measured),
                cell(row.converted), cell(LeadWords.limit(row.limit)), cell(row.limit.unit), cell(row.multiple),
                cell(row.flag), cell(sheet.enterpriseMark(row)), Table.Cell([source]),
            ]
        }
        return Table(columns: heads.map { _ in .init(.center) }, header: [heads.map { Table.Cell($0) }], rows: rows)
    }
}

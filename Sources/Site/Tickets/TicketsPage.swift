import Casework
import Monitoring
import Standards

/// 电子督办单: what the superior's platform asks about outlets, with the clock and state of each, and the way in and out.
package struct TicketsPage: Sendable {
    package let frame: PageFrame
    package let countText: String
    package let error: String?
    package let faults: [String]
    package let exportHref: String
    package let rows: [Row]
    package let forms: [CaseForm]
    package let formRefusal: String?

    package struct Row: Sendable {
        package let number: String
        package let href: String
        package let kind: String
        package let enterprise: String
        package let span: String
        package let outletHref: String
        package let text: String
        package let due: String
        package let clock: String
        package let isOverdue: Bool
        package let state: String
        package let answer: String
    }

    init(
        notice: String? = nil, error: String? = nil, faults: [RowFault] = [], in context: PageContext
    ) throws {
        let rows = try TicketSheet(in: context).rows
        let open = rows.count { !$0.matter.isOver }
        frame = PageFrame("电子督办单", in: context, at: .tickets, notice: notice)
        countText = "共 \(rows.count) 件，未办结 \(open) 件"
        self.error = error
        self.faults = faults.map { "第 \($0.line) 行未导入：\($0.message)" }
        exportHref = SiteURL(.ticketsXLSX).path
        self.rows = rows.map { row in
            let ticket = row.ticket
            return Row(
                number: ticket.number, href: SiteURL.matter(MatterID(rawValue: ticket.matter)).path,
                kind: ticket.kind.word,
                enterprise: "\(ticket.enterprise) \(row.outletName)",
                span: "\(ticket.from.shortMinuteText) 至 \(ticket.to.shortMinuteText)"
                    + (ticket.item.isEmpty ? "" : " \(ticket.item)"),
                outletHref: SiteURL.outletDay(ticket.outlet, on: ticket.from.beijingDate).path, text: ticket.text,
                due: ticket.due.description + (ticket.namesDue ? "" : "（督办单没有载明，按规则计算）"),
                clock: Self.clock(row), isOverdue: row.clock?.isOverdue ?? false, state: row.matter.state,
                answer: [row.fact("原因"), row.fact("采取的措施")].filter { !$0.isEmpty }.joined(separator: "；"))
        }
        let may = context.services.visitor.may(ImportActions.importFiles)
        forms =
            may
            ? [
                CaseForm(
                    "接收督办单", SiteURL(.tickets), isUpload: true, isOpen: rows.isEmpty || error != nil,
                    hidden: [(FormToken.field, context.services.formToken.text)],
                    [.file("file", "上级平台导出的文件（xlsx 或 csv）", needed: true)], button: "接收",
                    hint: "每件督办单立为一件办件，期限以督办单载明的为准。不能接收的行逐行说明，其余照收；已接收的不重复。")
            ] : []
        formRefusal = may ? nil : "没有导入权限，只能查看。"
    }

    private static func clock(_ row: TicketSheet.Row) -> String {
        guard let clock = row.clock else { return "—" }
        switch clock.status {
        case .stopped(_, let inTime): return inTime ? "按期上报" : "逾期上报"
        case .paused: return "已暂停"
        case .running:
            let days = abs(clock.left)
            if days == 0 { return "今日届满" }
            return clock.isOverdue ? "已逾期 \(days) 日" : "还有 \(days) 日"
        }
    }
}

import Gateway
import Monitoring
import Registry
import Standards

/// What wants attention this morning, most urgent first.
struct MorningConcerns {
    /// As many as stand beside the matrix without pushing it apart; the printed page has more.
    static let greatestOnScreen = 8
    /// As many as fit on the printed page.
    static let greatestOnPaper = 30

    let all: [MorningPage.Concern]
    /// What was looked at.
    let scope: String
    /// The leads of the day, for the map.
    let leads: [OutletLead]

    init(_ sheet: AirDaySheet, water: WaterMonthSheet, in context: PageContext) throws {
        let outlets = try RegistryStore.objects(.outlet, in: context.connection)
        leads = try OutletStore.leads(of: outlets, from: sheet.date, to: sheet.date, in: context.connection)
        var found = AirConcerns.concerns(sheet)
        found += leads.map(Self.concern(of:))
        found += try Self.silentOutlets(outlets, on: sheet.date, in: context)
        found += water.failing.compactMap { Self.concern(of: $0, on: water) }
        found += try Self.quarantine(in: context)
        if !sheet.hasData, let last = try AirHourStore.lastDay(before: sheet.date, in: context.connection) {
            found.append(
                MorningPage.Concern(
                    kind: "无数据", tone: "note", title: "最近有空气数据的一天是 \(last.chineseDay)",
                    detail: "打开那一天的首页；缺的日子可用 qingheng import air 补导入", href: SiteURL.morning(last).path,
                    stateText: "待查", isDone: false))
        }
        all = found.enumerated().sorted {
            (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset)
        }.map(\.element)
        scope = "已检查 \(sheet.stations.count) 个空气站、\(outlets.count) 个排口、\(water.sections.count) 个断面"
    }

    /// `6 项，其中待处理 3 项`; nil for none.
    var summary: String? {
        if all.isEmpty { return nil }
        let open = all.count { !$0.isDone }
        let shown = all.count > Self.greatestOnScreen ? "，此处列出前 \(Self.greatestOnScreen) 项，其余见一页打印版" : ""
        return "\(all.count) 项，其中待处理 \(open) 项\(shown)"
    }

    private static func rank(_ concern: MorningPage.Concern) -> Int {
        let order = ["urgent": 0, "warn": 1, "note": 2][concern.tone] ?? 3
        return concern.isDone ? 10 + order : order
    }

    private static func concern(of lead: OutletLead) -> MorningPage.Concern {
        let words = LeadWords(lead)
        return MorningPage.Concern(
            kind: "超标", tone: "urgent", title: "\(words.outletName) \(words.itemNames) \(lead.hourCount) 小时超限",
            detail: words.summary, href: SiteURL.lead(lead.outlet.id, on: lead.date).path, stateText: LeadWords.state,
            isDone: false)
    }

    private static func silentOutlets(
        _ outlets: [RegisteredObject], on date: CivilDate, in context: PageContext
    ) throws -> [MorningPage.Concern] {
        // An outlet without a device is not silent: its device waits to be registered.
        let bound = Set(
            try RegistryStore.bindings(ofDevicesOf: outlets.map(\.id), in: context.connection).map(\.object))
        let outlets = outlets.filter { bound.contains($0.id) }
        if outlets.isEmpty { return [] }
        let end = min(Period.day(date).end, context.now)
        let start = end.adding(seconds: -OutletChecks.greatestLookBackHours * 3_600)
        let last = try OutletStore.lastHours(of: outlets.map(\.id), from: start, to: end, in: context.connection)
        return outlets.compactMap { outlet in
            guard let hours = OutletChecks.silence(lastStart: last[outlet.id], end: end) else { return nil }
            let isLonger = last[outlet.id] == nil
            let since = last[outlet.id].map { "最后一个小时值为 \($0.adding(seconds: 3_600).shortMinuteText)" }
            return MorningPage.Concern(
                kind: "排口静默", tone: "warn",
                title: "\(outlet.text("enterprise")) \(outlet.name) 静默\(isLonger ? "超过" : "") \(hours) 小时",
                detail: "\(since ?? "近期没有小时值")；未见停产说明", href: SiteURL.devices.path, stateText: "待查",
                isDone: false)
        }
    }

    private static func concern(of section: RegisteredObject, on water: WaterMonthSheet) -> MorningPage.Concern? {
        let row = water.row(of: section)
        return MorningPage.Concern(
            kind: "断面超标", tone: "note",
            title: "\(section.name) \(water.month.month) 月 \(row.monthClass)类，目标 \(row.targetClass)类",
            detail: row.pollutants == "—" ? row.river : "\(row.river)；\(row.pollutants)", href: row.href,
            stateText: "未达标", isDone: false)
    }

    private static func quarantine(in context: PageContext) throws -> [MorningPage.Concern] {
        let count = try DeviceStore.quarantined(in: context.connection)
        if count == 0 { return [] }
        let waiting = try AdoptionStore.waitingCount(in: context.connection)
        if waiting > 0 {
            return [
                MorningPage.Concern(
                    kind: "待登记", tone: "note", title: "\(waiting) 台设备在发送，尚未登记",
                    detail: "\(count) 个报文没有读成数据；原文已保存，登记设备后自动补读", href: SiteURL.adoption.path, stateText: "待查",
                    isDone: false)
            ]
        }
        return [
            MorningPage.Concern(
                kind: "报文未入库", tone: "note", title: "\(count) 个报文没有读成数据",
                detail: "数据时间不可信或报文有误；原文已保存", href: SiteURL.devices.path, stateText: "待查",
                isDone: false)
        ]
    }
}

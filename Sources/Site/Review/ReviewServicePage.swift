import Monitoring
import Registry
import Standards

/// 运维与质控: what contractors did at the stations of a month, and what they were asked.
enum ReviewServicePage {
    static func page(
        _ station: String?, _ month: CivilDate?, recorded: Int64? = nil, attempt: ReviewServiceAttempt? = nil,
        in context: PageContext
    ) throws -> TablePage {
        let month = (month ?? context.yesterday).firstOfMonth
        let all = try RegistryStore.objects(.station, in: context.connection)
        let shown = all.filter { station == nil || $0.id == station }
        let names = Dictionary(all.map { ($0.id, $0.name) }) { first, _ in first }
        let start = Instant(beijing: month)
        let end = Instant(beijing: month.firstOfNextMonth)
        let records = try ServiceStore.records(of: shown.map(\.id), from: start, to: end, in: context.connection)
        let open = try ReviewQuestionStore.openRequests(in: context.connection)
        let made = try ReviewQuestionStore.requests(from: start, to: end, in: context.connection)
        let earlier = open.filter { one in !made.contains { $0.sequence == one.sequence } }
        let requests = (earlier + made).filter { one in shown.contains { $0.id == one.station } }
        let mayReview = context.services.visitor.may(ReviewActions.review)
        return TablePage(
            frame: PageFrame(
                "运维与质控", in: context, at: .reviewService, notice: try ReviewNotice.text(of: recorded, in: context)),
            title: "运维与质控", subtitle: "\(month.monthText)　运维/校准记录 \(records.count) 条，运维工单 \(requests.count) 件",
            action: SiteURL(.reviewService).path,
            choices: [
                .month("month", "月份", month.monthText),
                .options(
                    "station", "站点",
                    [ReviewForm.Choice(value: "", label: "全部", isChosen: station == nil)]
                        + all.map { ReviewForm.Choice(value: $0.id, label: $0.name, isChosen: $0.id == station) }),
            ],
            links: [
                TextLink(label: "运维考核", href: SiteURL.reviewContractors(month).path),
                TextLink(label: "获取率与缺数原因", href: SiteURL.reviewCompleteness(month, station: station).path),
            ], csvHref: nil, error: attempt?.error,
            tables: [table(records, names), table(requests, names, now: context.now)],
            forms: mayReview
                ? try ReviewServiceForms(
                    stations: shown.isEmpty ? all : shown, records: records, requests: open, attempt: attempt,
                    in: context
                ).all : [],
            formRefusal: mayReview ? nil : "没有审核权限，只能查看。",
            hint: "因仪器故障、维护或校准剔除数值，须引用这里登记的记录编号；记录的时间和项目须与所剔除的数值有关。")
    }

    private static func table(_ records: [ServiceRecord], _ names: [String: String]) -> TablePage.Table {
        TablePage.Table(
            "service", "运维/校准记录",
            heads: ["编号", "站点", "起止", "工作", "项目", "运维单位", "办理人", "质控结果与说明", "登记人", .number("台账序号")],
            rows: records.map { record in
                [
                    record.withdrawn == nil ? .text(record.number) : .late("\(record.number)（已撤销）"),
                    .text(
                        names[record.object] ?? record.object,
                        href: SiteURL.station(record.object, on: record.span.start.beijingDate)),
                    .text(record.spanText), .text(record.work.title), .text(record.itemNames), .text(record.company),
                    .text(record.technician),
                    .text(record.findingText + (record.withdrawn.map { "　撤销原因：\($0)" } ?? "")),
                    .text(record.enteredBy),
                    .number(String(record.sequence), href: SiteURL.record(record.sequence)),
                ]
            }, empty: "这个月没有登记运维/校准记录")
    }

    private static func table(
        _ requests: [ReviewQuestion], _ names: [String: String], now: Instant
    ) -> TablePage.Table {
        TablePage.Table(
            "requests", "运维工单", note: "未答复的一直列出",
            heads: ["发出", "站点", "时段与项目", "要求", "运维单位", "答复时限", "状态", "答复", .number("台账序号")],
            rows: requests.map { request in
                let answers = request.replies.map { reply in
                    "\(reply.date) \(reply.issuer)：\(reply.text)"
                        + (reply.document.isEmpty ? "" : "（\(reply.document)）")
                }
                return [
                    .text(Instant(milliseconds: request.askedMilliseconds).shortMinuteText),
                    .text(
                        names[request.station] ?? request.station,
                        href: request.cells.first.map {
                            SiteURL.reviewMatrix(on: $0.start.beijingDate, station: request.station)
                        }),
                    .text(ReviewSuperiorPage.Question(request).values), .text(request.text), .text(request.addressee),
                    .text(request.due?.shortMinuteText ?? "—"), state(request, now: now),
                    .text(answers.isEmpty ? "—" : answers.joined(separator: "；")),
                    .number(String(request.sequence), href: SiteURL.record(request.sequence)),
                ]
            }, empty: "没有运维工单")
    }

    private static func state(_ request: ReviewQuestion, now: Instant) -> TablePage.Cell {
        guard let due = request.due else { return .text("—") }
        let late = Int(due.seconds(until: request.answered ?? now))
        if let answered = request.answered {
            let hours = Int(Instant(milliseconds: request.askedMilliseconds).seconds(until: answered)) / 3_600
            return late > 0 ? .late("逾期答复，用时 \(hours) 小时") : .text("按时答复，用时 \(hours) 小时")
        }
        return late > 0 ? .late("逾期 \(late / 3_600) 小时未答复") : .text("待答复，余 \(-late / 3_600) 小时")
    }
}

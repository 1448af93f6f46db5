import Documents
import Monitoring
import Registry
import Standards

/// 运维考核: what a month of each contractor looked like: 获取率, 有效率, and how fast it answered.
enum ContractorsPage {
    /// A contractor's month.
    struct Month {
        let company: String
        let stations: [RegisteredObject]
        let tally: AirTally
        /// What is missing for causes of ours is not held against anybody.
        var fairExpected: Int { tally.expected - (tally.causes[.ours] ?? 0) }
        let records: Int
        let requests: [ReviewQuestion]
        let now: Instant

        var answered: Int { requests.count { $0.answered != nil } }
        var late: Int { requests.count { $0.isLate(at: now) } }
        /// Half of the requests were answered within so many minutes; nil without an answer.
        var medianMinutes: Int? {
            let times = requests.compactMap { request in
                request.answered.map { Instant(milliseconds: request.askedMilliseconds).seconds(until: $0) / 60 }
            }.sorted()
            return times.isEmpty ? nil : Int(times[(times.count - 1) / 2])
        }
    }

    static func page(_ month: CivilDate?, in context: PageContext) throws -> TablePage {
        let month = (month ?? context.yesterday).firstOfMonth
        let months = try load(month, in: context)
        return TablePage(
            frame: PageFrame("运维考核", in: context, at: .reviewService), title: "运维考核", subtitle: month.monthText,
            action: SiteURL(.reviewContractors).path, choices: [.month("month", "月份", month.monthText)],
            links: [TextLink(label: "运维与质控", href: SiteURL(.reviewService).path)],
            csvHref: SiteURL(.reviewContractorsCSV, query: [("month", month.monthText)]).path, error: nil,
            tables: [
                TablePage.Table(
                    "contractors", "各运维单位",
                    heads: [
                        "运维单位", "站点", .number("应有"), .number("获取率"), .number("有效率"), .number("运维记录"), .number("工单"),
                        .number("已答复"), .number("逾期"), "答复用时中位数",
                    ],
                    rows: months.map { one in
                        [
                            .text(one.company), .text(one.stations.map(\.name).joined(separator: "、")),
                            .number(String(one.fairExpected)),
                            .number(Rational.percentage(one.tally.received, of: one.fairExpected) ?? "—"),
                            .number(Rational.percentage(one.tally.valid, of: one.fairExpected) ?? "—"),
                            .number(String(one.records)), .number(String(one.requests.count)),
                            .number(String(one.answered)),
                            one.late > 0 ? .late("\(one.late) 件") : .number("0"),
                            .text(one.medianMinutes.map { "\($0 / 60) 小时 \($0 % 60) 分" } ?? "—"),
                        ]
                    }, empty: "没有登记本局审核的空气站")
            ], forms: [], formRefusal: nil,
            hint: "只计本局审核的站点；运维单位取自“一源一档”的站点登记。平台原因的缺数不计入应有数。工单按发出的月份计。")
    }

    static func csv(_ month: CivilDate?, in context: PageContext) throws -> [UInt8] {
        var writer = CSVWriter()
        writer.row([
            "company", "stations", "expected", "received", "valid", "records", "requests", "answered", "late",
            "median_minutes",
        ])
        for one in try load((month ?? context.yesterday).firstOfMonth, in: context) {
            writer.row([
                one.company, one.stations.map(\.id).joined(separator: " "), String(one.fairExpected),
                String(one.tally.received), String(one.tally.valid), String(one.records),
                String(one.requests.count), String(one.answered), String(one.late),
                one.medianMinutes.map(String.init) ?? "",
            ])
        }
        return writer.take()
    }

    private static func load(_ month: CivilDate, in context: PageContext) throws -> [Month] {
        let own = try RegistryStore.objects(.station, in: context.connection).filter(StationOwnership.isReviewedHere)
        let start = Instant(beijing: month)
        let end = Instant(beijing: month.firstOfNextMonth)
        let requests = try ReviewQuestionStore.requests(from: start, to: end, in: context.connection)
        let records = try ServiceStore.records(of: own.map(\.id), from: start, to: end, in: context.connection)
            .filter { $0.withdrawn == nil }
        let companies = Dictionary(grouping: own) { $0.text("operator").isEmpty ? "（未登记）" : $0.text("operator") }
        return try companies.keys.sorted().map { company in
            let stations = companies[company] ?? []
            let ids = Set(stations.map(\.id))
            var tally = AirTally()
            for found in try CompletenessPage.load(stations, month, in: context) { tally.add(found.total) }
            return Month(
                company: company, stations: stations, tally: tally, records: records.count { ids.contains($0.object) },
                requests: requests.filter { ids.contains($0.station) }, now: context.now)
        }
    }
}

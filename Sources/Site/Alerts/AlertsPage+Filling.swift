import Monitoring
import Registry
import Standards

extension AlertsPage {
    /// More in one page nobody goes through.
    private static let greatestCount = 500

    init(_ query: AlertQuery, recorded: String? = nil, error: String? = nil, in context: PageContext) throws {
        let words = try AlertWords(in: context)
        let alerts = try query.alerts(in: context)
        let open = try AlertStore.open(in: context.connection)
        let now = context.now.secondsSince1970 * 1_000
        let shown = alerts.suffix(Self.greatestCount)
        let byCause = Dictionary(grouping: shown, by: \.cause)
        let causes = shown.map(\.cause).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let month = query.month ?? context.today
        let watched = try ObjectKind.allCases.filter(\.isWatchedByDevices).flatMap {
            try RegistryStore.objects($0, in: context.connection)
        }.filter { $0.text("origin") != "import" }
        let left = alerts.count - shown.count
        let counts = "待办 \(open.count) 条，其中超期 \(open.count { $0.isOverdue(at: now) }) 条；本页 \(alerts.count) 条"
        self.init(
            frame: PageFrame("预警", in: context, at: .alerts, notice: recorded), action: SiteURL.alerts().path,
            monthISO: month.monthText,
            shows: AlertQuery.Show.allCases.map {
                ReviewForm.Choice(value: $0.rawValue, label: $0.label, isChosen: $0 == query.show)
            },
            kinds: [ReviewForm.Choice(value: "", label: "各类", isChosen: query.kind == nil)]
                + AlertKind.allCases.map {
                    ReviewForm.Choice(value: $0.rawValue, label: AlertWords.name($0), isChosen: $0 == query.kind)
                },
            missKinds: AlertKind.allCases.map {
                ReviewForm.Choice(value: $0.rawValue, label: AlertWords.name($0), isChosen: false)
            }, summary: left > 0 ? "\(counts)，只列出最近 \(shown.count) 条" : counts,
            statisticsHref: SiteURL.alertStatistics(month).path, csvHref: SiteURL.alertsCSV(query).path,
            groups: causes.map { cause in
                let members = byCause[cause] ?? []
                return Group(
                    cause: words.cause(cause), count: "\(members.count) 条", rows: members.map { Row($0, words) })
            },
            emptyReason: alerts.isEmpty ? "没有符合条件的预警。服务每十分钟核对一次当天数据，也可在下面核对某一天。" : nil,
            postAction: SiteURL.alerts().path, tokenValue: context.services.formToken.text,
            reviewerName: context.services.visitor.reviewerName,
            outcomes: Alert.Outcome.allCases.map {
                ReviewForm.Choice(value: $0.rawValue, label: AlertWords.name($0), isChosen: false)
            }, dayISO: context.today.description,
            objects: watched.map { ReviewForm.Choice(value: $0.id, label: words.object($0.id), isChosen: false) },
            error: error)
    }
}

extension AlertsPage.Row {
    init(_ alert: Alert, _ words: AlertWords) {
        self.init(
            id: alert.id, href: SiteURL.alert(alert.id).path, kind: AlertWords.name(alert.kind),
            object: words.object(alert.identity.object), span: AlertWords.span(alert), text: alert.text,
            suppressed: alert.suppressed.isEmpty
                ? nil : "已抑制：\(alert.suppressed)" + (alert.isSampled ? "（抽中，须人看）" : ""),
            person: alert.person ?? "—", timer: words.timer(alert), state: words.state(alert), tone: words.tone(alert),
            isOpen: alert.isForPerson && alert.outcome == nil)
    }
}

import Monitoring
import Registry
import Standards
import Storage

/// What the page of an outlet's day prints.
struct OutletDaySheet {
    private static let lookBackHours = 24

    private let channel: OutletChannel
    private let day: CivilDate
    private let readings: [Int: OutletHour]
    private let assessments: OutletAssessments
    private let marks: [OutletMark]
    private let replacements: [String: [Instant: OutletReplacement]]
    private let amount: OutletAmount
    /// What the automatic checks find, one line each.
    let findings: [String]

    init(_ channel: OutletChannel, on day: CivilDate, in context: PageContext) throws {
        let (outlet, limit, connection) = (channel.outlet, channel.limit, context.connection)
        let span = Period.day(day)
        self.channel = channel
        self.day = day
        let hours = try OutletStore.hours(of: outlet.id, limit, on: day, in: connection)
        readings = Dictionary(hours.map { ($0.number, $0) }, uniquingKeysWith: { _, last in last })
        assessments = try OutletAssessments(of: outlet.id, from: span.start, to: span.end, in: connection)
        marks = try OutletMarkStore.marks(of: [outlet.id], from: span.start, to: span.end, in: connection)
        replacements = try OutletMarkStore.replacements(
            of: outlet.id, from: span.start, to: span.end, in: connection)
        amount = try OutletAmount.of(limit, at: outlet, from: span.start, to: span.end, in: connection)
        let due = span.start..<min(span.end, max(span.start, context.now))
        let field = try CheckFieldStore.field(
            of: [outlet], seconds: [3_600], due: due, lookBackHours: Self.lookBackHours, catalog: context.catalog,
            in: connection)
        let rules = try CheckRules.inForce(of: context.catalog, on: day)
        findings = CheckEngine.report(field, rules: rules, judged: due).findings
            .filter { finding in
                // A mark speaks of measured and converted values alike: it is said once.
                finding.item == limit.item || finding.item == limit.seriesItem && finding.rule.kind != .marks
            }
            .map { finding in
                let hours = "\(finding.span.start.shortMinuteText) 至 \(finding.span.end.shortMinuteText)"
                let sentence = finding.sentence.replacing(limit.item + "-zs", with: "\(limit.name)折算值")
                return "\(finding.grade.title)：\(hours) \(sentence)（\(finding.rule.id)）"
            }
    }

    func hours(_ words: HourReviewWords) -> [OutletDayPage.Hour] {
        (1...24).map { number in
            let start = Instant(beijing: day, hour: number - 1)
            let hour = readings[number]
            let value = assessments.value(channel.limit.seriesItem, at: start)
            let row = hour.map { LeadSheet.Row(limit: channel.limit, hour: $0) }
            let replacement = replacements[channel.limit.item]?[start]
            return OutletDayPage.Hour(
                label: "\(number)时", cell: OutletAttempt.value(value), measured: row?.measured ?? "—",
                converted: row?.converted ?? "—", limit: LeadWords.limit(channel.limit), flag: row?.flag ?? "未收到",
                mark: markText(at: start), replacement: replacement?.value.description ?? "—",
                replacementNote: replacement.map(Self.note) ?? "",
                decision: value.standing.map(words.words) ?? (value.isOutdated ? "收到新值，原决定不再适用" : "—"),
                decisionClass: value.standing.map { HourReviewWords.className($0.decision) } ?? "",
                href: row?.evidence?.path, isOver: hour?.isOver ?? false)
        }
    }

    var markRows: [OutletDayPage.Mark] {
        marks.map { mark in
            OutletDayPage.Mark(
                span: "\(mark.span.start.shortMinuteText) 至 \(mark.span.end.shortMinuteText)",
                kind: Self.kind(mark.kind), item: mark.item.map { itemName($0) } ?? "全部",
                note: [mark.event, mark.note].filter { !$0.isEmpty }.joined(separator: "；"),
                made: "\(mark.maker) \(mark.madeAt.shortMinuteText)", sequence: String(mark.sequence),
                href: SiteURL.record(mark.sequence).path)
        }
    }

    var amountFacts: [LabelledText] {
        func count(_ origin: OutletAmount.Origin) -> Int { amount.hours[origin] ?? 0 }
        func text(_ kilograms: Rational) -> String { kilograms.text(decimals: 2) }
        let known = 24 - count(.missing)
        let total = known == 0 ? "—" : "\(text(amount.kilograms)) kg"
        return [
            LabelledText(label: "当日排放量", value: total, href: nil),
            LabelledText(
                label: "其中按替代值", value: "\(count(.replaced)) 小时，\(text(amount.replacedKilograms)) kg", href: nil),
            LabelledText(label: "按实测值", value: "\(count(.measured)) 小时", href: nil),
            LabelledText(label: "停运", value: "\(count(.stopped)) 小时", href: nil),
            LabelledText(label: "缺失（不计入）", value: "\(count(.missing)) 小时", href: nil),
        ]
    }

    private func markText(at start: Instant) -> String {
        let here = marks.filter { $0.covers(start, item: channel.limit.item) }
        if here.isEmpty { return "—" }
        return here.map { mark in
            mark.event.isEmpty ? Self.kind(mark.kind) : "\(Self.kind(mark.kind)) \(mark.event)"
        }.joined(separator: "、")
    }

    private func itemName(_ item: String) -> String {
        if item == OutletAmount.flowItem { return "流量" }
        return OutletLimit.limits(of: channel.outlet).first { $0.item == item }?.name ?? item
    }

    private static func note(_ replacement: OutletReplacement) -> String {
        let method = replacement.method.isEmpty ? "" : "\(replacement.method)，"
        return "\(method)\(replacement.maker) \(replacement.madeAt.shortMinuteText)"
    }

    /// The word of the kind of a mark.
    static func kind(_ kind: OutletMark.Kind) -> String {
        switch kind {
        case .maintenance: "运维"
        case .abnormal: "自动监测异常"
        case .operating: "工况"
        }
    }
}

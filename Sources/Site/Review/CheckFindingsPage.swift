import Documents
import Monitoring
import Registry
import Standards

/// 自动检查: everything that the rules in force found on a day, of one kind of monitored object, with rule, version and parameters.
enum CheckFindingsPage {
    /// Tests look back; as of the days of air stations.
    private static let lookBackHours = AirDayFindings.lookBackHours
    private static let kinds: [(ObjectKind, String)] = ObjectKind.allCases.filter(\.isWatchedByDevices).map {
        ($0, title(of: $0))
    }
    /// More are a matter for the file.
    private static let greatestRows = 500

    static func page(_ day: CivilDate?, _ kind: String?, in context: PageContext) throws -> TablePage {
        let day = day ?? context.yesterday
        let kind = kind.flatMap(ObjectKind.init(rawValue:)) ?? .station
        let (report, objects) = try report(kind, on: day, in: context)
        let names = Dictionary(objects.map { ($0.id, $0.name) }) { first, _ in first }
        let shown = report.findings.prefix(greatestRows)
        let more = report.findings.count - shown.count
        return TablePage(
            frame: PageFrame("自动检查", in: context, at: .reviewChecks), title: "自动检查",
            subtitle: "\(day.chinese)　\(title(of: kind)) \(objects.count) 个，发现 \(report.findings.count) 处"
                + (more > 0 ? "，此处列出前 \(greatestRows) 处，其余见 CSV" : ""),
            action: SiteURL(.reviewChecks).path,
            choices: [
                TablePage.Choice(name: "day", label: "日期", kind: "date", value: day.description, options: []),
                .options(
                    "kind", "对象",
                    kinds.map { ReviewForm.Choice(value: $0.0.rawValue, label: $0.1, isChosen: $0.0 == kind) }),
            ],
            links: kind == .station
                ? [TextLink(label: "审核矩阵", href: SiteURL.reviewMatrix(on: day).path)] : [],
            csvHref: SiteURL(
                .reviewChecksCSV, query: [("day", day.description), ("kind", kind.rawValue)]
            ).path, error: nil,
            tables: [
                TablePage.Table(
                    "findings", "发现", note: "只提示，不改动数值",
                    heads: ["时段", "对象", "项目", "现象", "级别", "依据", "规则", "参数"],
                    rows: shown.map { row($0, kind, names) }, empty: "各项检查没有发现"),
                TablePage.Table(
                    "refusals", "没有检查的", note: "规则适用而缺少可比对象",
                    heads: ["对象", "规则", "原因"],
                    rows: report.refusals.prefix(greatestRows).map { refusal in
                        [
                            .text(names[refusal.station] ?? refusal.station),
                            .text(refusal.rule.id, href: SiteURL.rule(refusal.rule.id)), .text(refusal.sentence),
                        ]
                    }, empty: "没有"),
            ], forms: [], formRefusal: nil, hint: "规则逐条列在规则目录“自动检查”中，按数据当日有效的版本检查；本局可以覆盖限值。")
    }

    private static func title(of kind: ObjectKind) -> String {
        switch kind {
        case .station: "空气站"
        case .section: "断面"
        case .noise: "噪声点"
        case .outlet: "排口"
        case .town, .bureau: kind.rawValue
        }
    }

    private static func row(
        _ finding: CheckFinding, _ kind: ObjectKind, _ names: [String: String]
    ) -> [TablePage.Cell] {
        let name = names[finding.station] ?? finding.station
        let date = finding.span.start.beijingDate
        return [
            .text("\(finding.span.start.shortMinuteText)—\(finding.span.end.shortMinuteText)"),
            kind == .station ? .text(name, href: SiteURL.station(finding.station, on: date)) : .text(name),
            .text(finding.items.map { AirItem(rawValue: $0)?.screenName ?? $0 }.joined(separator: "、")),
            .text(finding.kindName), finding.grade == .fail ? .late(finding.grade.title) : .text(finding.grade.title),
            .text(finding.sentence),
            .text("\(finding.rule.title)（\(finding.rule.version) 版）", href: SiteURL.rule(finding.rule.id)),
            .text(parameters(finding)),
        ]
    }

    private static func parameters(_ finding: CheckFinding) -> String {
        finding.parameters.map { "\($0.name) \($0.text)" }.joined(separator: "，")
    }

    /// One row a finding, in the words of the engine.
    static func csv(_ day: CivilDate?, _ kind: String?, in context: PageContext) throws -> [UInt8] {
        let kind = kind.flatMap(ObjectKind.init(rawValue:)) ?? .station
        let (report, _) = try report(kind, on: day ?? context.yesterday, in: context)
        var writer = CSVWriter()
        writer.row([
            "from", "to", "object", "item", "rule", "version", "test", "grade", "value", "parameters", "sentence",
        ])
        for finding in report.findings {
            writer.row([
                finding.span.start.description, finding.span.end.description, finding.station, finding.item,
                finding.rule.id, finding.rule.version.description, finding.rule.kind.rawValue, finding.grade.rawValue,
                finding.value.map { "\($0)" } ?? "", parameters(finding), finding.sentence,
            ])
        }
        return writer.take()
    }

    private static func report(
        _ kind: ObjectKind, on day: CivilDate, in context: PageContext
    ) throws -> (CheckEngine.Report, [RegisteredObject]) {
        let objects = try RegistryStore.objects(kind, in: context.connection)
        let span = Period.day(day)
        let due = span.start..<span.start.adding(seconds: context.dueHours(of: day) * 3_600)
        let field = try CheckFieldStore.field(
            of: objects, seconds: [3_600, 14_400], due: due, lookBackHours: lookBackHours,
            catalog: context.catalog, in: context.connection)
        let rules = try CheckRules.inForce(of: context.catalog, on: day)
        return (CheckEngine.report(field, rules: rules, judged: span.start..<span.end), objects)
    }
}

import Monitoring
import Registry
import Standards
import Storage

/// A lead with the hours that its page and its paper print.
struct LeadSheet {
    let lead: OutletLead
    let words: LeadWords
    /// What the enterprise marked on the day.
    private let marks: [OutletMark]

    /// - Throws: `SiteError` with `.unknownObject` when there is no such outlet, or nothing broke a limit on the day.
    init(_ outlet: String, on date: CivilDate, in context: PageContext) throws {
        let object = try context.object(outlet, .outlet, called: "排口")
        guard let lead = try OutletStore.lead(of: object, on: date, in: context.connection) else {
            throw SiteError(.unknownObject, subject: "线索", detail: "\(object.name) \(date.chinese)没有超过限值的小时")
        }
        self.lead = lead
        words = LeadWords(lead)
        let span = Period.day(date)
        marks = try OutletMarkStore.marks(
            of: [outlet], from: span.start, to: span.end, in: context.connection)
    }

    /// What the enterprise marked about an hour; 未标记 where nothing is on record.
    func enterpriseMark(_ row: Row) -> String {
        let here = marks.filter { $0.covers(row.hour.start, item: row.limit.item) }
        if here.isEmpty { return "未标记" }
        return here.map { mark in
            let kind = OutletDaySheet.kind(mark.kind)
            return mark.event.isEmpty ? kind : "\(kind) \(mark.event)"
        }.joined(separator: "、")
    }

    /// One row of the table: an hour of an item.
    struct Row {
        let limit: OutletLimit
        let hour: OutletHour

        var label: String { "\(hour.start.beijingDate.shortText) \(hour.number)时" }
        var measured: String { hour.measured?.value?.description ?? "—" }
        var converted: String { hour.converted?.value?.description ?? "—" }

        var multiple: String {
            let value = hour.isOver ? hour.judged?.value.flatMap { limit.multiple(of: $0) } : nil
            return value?.text(decimals: ExceedanceMultiple.decimals) ?? "—"
        }

        /// The device's mark with its meaning.
        var flag: String {
            guard let flag = (hour.judged ?? hour.measured)?.flag else { return "—" }
            let meaning = flag.isEmpty ? "正常" : "\(flag) \(ReadingFlag.meaning(flag))"
            return hour.isAccepted ? meaning : "\(meaning)，未验收"
        }

        /// The packet or row that the judged value came in.
        var evidence: SiteURL? { (hour.judged ?? hour.measured).map { SiteURL.evidence($0.origin.evidence) } }

        /// The same in a few words.
        var evidenceText: String {
            switch (hour.judged ?? hour.measured)?.origin {
            case .packet(let address): "报文 \(address.rawValue)"
            case .importRow(let batch, let line): "导入 \(batch) 第 \(line) 行"
            case .manual(let record, _): "台账第 \(record) 条（手工）"
            case nil: "—"
            }
        }
    }

    /// Every hour of the items that broke a limit, item by item.
    var rows: [Row] { lead.items.flatMap { item in item.hours.map { Row(limit: item.limit, hour: $0) } } }

    /// What the finding cannot say.
    static let caveats = [
        "设备验收之前的小时标为“未验收”，只列出，不计入超标。",
        "本表依据自动监测设备上传的小时值和设备自带标记，企业标记按上级平台导出的收录，与生产工况都未核实。",
        "标记为停运、校准、维护、故障的小时不计入。", "折算值取设备上传的折算浓度，未复算。", "仅作线索，须经现场核实和复核，不作为处罚依据。",
    ]

    /// Enterprise, outlet, items and limits.
    var facts: [LabelledText] {
        var facts = [
            LabelledText(label: "企业", value: lead.outlet.text("enterprise"), href: nil),
            LabelledText(label: "统一社会信用代码", value: lead.outlet.text("creditCode"), href: nil),
            LabelledText(label: "地址", value: lead.outlet.text("address"), href: nil),
            LabelledText(
                label: "排口", value: "\(lead.outlet.name)（\(lead.outlet.id)）",
                href: SiteURL.record(lead.outlet.sequence).path),
            LabelledText(label: "时段", value: "\(words.span)，共 \(lead.hourCount) 小时", href: nil),
        ]
        for item in lead.items {
            let unit = ScreenText.unit(item.limit.unit)
            let kind = item.limit.isConverted ? "折算小时均值" : "小时均值"
            facts.append(
                LabelledText(
                    label: item.limit.name,
                    value: "\(kind)限值 \(LeadWords.limit(item.limit)) \(unit)（\(item.limit.standard)）",
                    href: nil))
        }
        facts.append(LabelledText(label: "最大超标倍数", value: words.largestMultiple, href: nil))
        return facts.filter { !$0.value.isEmpty }
    }
}

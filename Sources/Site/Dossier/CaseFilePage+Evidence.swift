import Accounts
import Casework
import Dossier
import Records
import Registry
import Standards
import Storage

extension CaseFilePage {
    /// 证据.
    init(evidence view: CaseFileView, error: String? = nil, notice: String? = nil) throws {
        let hasThumbnails = ThumbnailMaker().isAvailable
        var hints = ["编号按收入次序，不予采信的仍留在原号；文件按内容取指纹存放，改动一个字节就对不上。"]
        if !hasThumbnails { hints.append("本机没有 libvips 或 ImageMagick，不显示缩略图。") }
        let conflicts = MonitoringConflict.all(in: view.file.evidence)
        let cards = try view.file.evidence.map { item in
            let own = conflicts.filter { [$0.drawn, $0.sample].contains(item.number) }
            return try Self.card(item, view, warnings: own.map(\.words), hasThumbnails: hasThumbnails)
        }
        let people = try Self.people(view)
        let channels = try ChannelChoices(view.file.parties, in: view.context.connection)
        self = view.page(
            .evidence, cards + [try Self.recordings(view)],
            [
                try Self.taking(view, people, channels, isOpen: error != nil || view.file.evidence.isEmpty),
                Self.drawing(view, people, channels),
            ],
            hints: hints, error: error, empty: "", notice: notice)
    }

    private static func card(
        _ item: EvidenceItem, _ view: CaseFileView, warnings: [String], hasThumbnails: Bool
    ) throws -> Card {
        var tags: [Tag] = [
            Tag(label: item.isCapturedOnSite ? "现场采集" : "非现场采集", tone: item.isCapturedOnSite ? "ok" : "")
        ]
        if item.excluded != nil { tags.append(Tag(label: "不予采信", tone: "warn")) }
        if item.derivedFrom != nil { tags.append(Tag(label: "隐去信息的副本", tone: "")) }
        let original = item.derivedFrom.flatMap { id in view.file.evidence.first { $0.id == id } }
        let copies = view.file.evidence.filter { $0.derivedFrom == item.id }
        var facts = [
            CaseFileView.fact("种类", item.kind.rawValue), CaseFileView.fact("证明对象", item.proves),
            CaseFileView.fact("取得", "\(item.day)　\(item.place)"),
            CaseFileView.fact("取证人员", try item.takers.map(view.name).joined(separator: "、")),
            CaseFileView.fact("提供人", view.personal(item.provider)),
            CaseFileView.fact("程序文书", item.document ?? ""),
            original.flatMap {
                CaseFileView.fact(
                    "原件", "证据 \($0.number) \($0.title)：\(item.derivation ?? "")", href: "#evidence-\($0.number)")
            },
            CaseFileView.fact("副本", copies.map { "证据 \($0.number)" }.joined(separator: "、")),
            CaseFileView.fact("音像记录", Self.occasion(item)),
            CaseFileView.fact("不予采信的理由", item.excluded ?? ""),
        ].compactMap(\.self)
        facts += Self.content(item, view) + Self.measured(item)
        let custody = try item.custody.map { deed in
            Table.Row(
                cells: ["\(deed.day)", deed.deed, try view.name(deed.person), deed.note], link: nil)
        }
        var forms: [CaseForm] = []
        if view.canAct, item.excluded == nil { forms = Self.deeds(item, view) }
        var tables: [Table] = []
        if !custody.isEmpty {
            tables.append(
                Table(caption: "保管与流转", heads: ["日期", "事项", "经手人", "说明"], rows: custody, hint: nil))
        }
        tables.append(view.history([item.id.rawValue], words: [:]))
        var thumbnail: String?
        if hasThumbnails, case .file(_, let name, _) = item.content, AttachmentForm.ofName(name)?.isPicture == true {
            thumbnail = SiteURL.caseEvidenceThumbnail(view.matter, item.number).path
        }
        return Card(
            id: "evidence-\(item.number)", title: "证据 \(item.number)：\(item.title)", detail: item.kind.rawValue,
            tags: tags, thumbnailHref: thumbnail, facts: facts, warnings: warnings, tables: tables, forms: forms)
    }

    private static func occasions(_ view: CaseFileView) throws -> [String] {
        let rules = try RecordingRules(view.context.catalog, on: view.context.today)
        return (rules.occasions + rules.possible).map(\.name)
    }

    /// Whether what must be recorded by sound and picture was recorded (执法全过程记录).
    private static func recordings(_ view: CaseFileView) throws -> Card {
        let rules = try RecordingRules(view.context.catalog, on: view.context.today)
        let findings = RecordingFinding.findings(view.file, by: rules)
        let missing = findings.filter { !$0.isComplete && !$0.isPossibleOnly }
        let rows = findings.map { finding -> Table.Row in
            let numbers = finding.evidence.map { "证据 \($0)" }.joined(separator: "、")
            let verdict =
                finding.isComplete
                ? "有" : finding.isPossibleOnly ? "采取这种方式的须有" : finding.evidence.isEmpty ? "缺" : "有，但不是连续未剪接的"
            return Table.Row(
                cells: [
                    finding.occasion.name, finding.days.map { "\($0)" }.joined(separator: "、"),
                    finding.occasion.isUninterrupted ? "全程无间断" : "应当记录", numbers, verdict,
                    finding.occasion.basis,
                ], link: nil)
        }
        return Card(
            id: "recordings", title: "执法全过程音像记录", detail: "", tags: [], thumbnailHref: nil, facts: [],
            warnings: missing.map { "“\($0.occasion.name)”缺少符合要求的音像记录" },
            tables: [
                Table(
                    caption: "应当记录的环节", heads: ["环节", "日期", "要求", "记录", "结论", "规定"], rows: rows,
                    hint: rows.isEmpty ? "案件还没有走到应当音像记录的环节。" : nil)
            ], forms: [])
    }

    private static func content(_ item: EvidenceItem, _ view: CaseFileView) -> [LabelledText] {
        switch item.content {
        case .file(let id, let name, let bytes):
            [
                CaseFileView.fact(
                    "文件", "\(name)（\((bytes + 1_023) / 1_024) KB）",
                    href: SiteURL.caseEvidenceFile(view.matter, item.number).path),
                CaseFileView.fact("指纹（SHA-256）", id.rawValue),
            ].compactMap(\.self)
        case .thing(let place): [CaseFileView.fact("存放", place)].compactMap(\.self)
        case .claim(let id): [CaseFileView.fact("数字凭证", id, href: "/claims/\(id)")].compactMap(\.self)
        case .paper(let id): [CaseFileView.fact("本案文书", id.rawValue)].compactMap(\.self)
        }
    }

    /// What a piece says of monitoring: data that were drawn, or a sample on the spot.
    private static func measured(_ item: EvidenceItem) -> [LabelledText] {
        if let data = DrawnData(item) {
            return [
                CaseFileView.fact("排放口、项目", "\(data.channel.outletName)　\(data.channel.itemName)"),
                CaseFileView.fact(
                    "数据日期", "\(data.day)　日记录定稿（台账第 \(data.document) 条）", href: SiteURL.record(data.document).path),
                CaseFileView.fact("设备验收", data.acceptance), CaseFileView.fact("最近校准", data.calibration),
                CaseFileView.fact("标记", data.marks), CaseFileView.fact("调取事由", data.reason),
            ].compactMap(\.self)
        }
        if let spot = SpotSample(item) {
            return [
                CaseFileView.fact("现场监测", "\(spot.channel.outletName)　\(spot.channel.itemName)　\(spot.result)"),
                CaseFileView.fact("采样时间", "\(spot.from.minuteText) 至 \(spot.to.minuteText)"),
                CaseFileView.fact("方法", spot.isStatutory ? "法定标准方法" : "没有注明采用法定标准方法"),
            ].compactMap(\.self)
        }
        return []
    }

    private static func occasion(_ item: EvidenceItem) -> String {
        guard case .text(let name)? = item.values[RecordingFinding.occasionKey] else { return "" }
        return name + (item.values[RecordingFinding.uninterruptedKey] == .text("是") ? "，连续未剪接" : "")
    }

    private static func deeds(_ item: EvidenceItem, _ view: CaseFileView) -> [CaseForm] {
        let url = SiteURL.caseEvidenceDeed(view.matter, item.number)
        let today = "\(view.context.today)"
        var forms = [
            CaseForm(
                "登记保管与流转", url, hidden: [view.token, ("act", "custody")],
                [
                    .choice("deed", "事项", EvidenceItem.Custody.deeds.map { ($0, $0) }, chosen: nil),
                    .date("day", "日期", today, needed: true), .line("note", "说明（交接单号、存放处）", needed: true),
                ], button: "登记")
        ]
        if case .file = item.content, item.derivedFrom == nil {
            forms.append(
                CaseForm(
                    "收入隐去信息的副本", .caseEvidence(view.matter), isUpload: true,
                    hidden: [view.token, ("original", item.id.rawValue)],
                    [.file("file", "副本文件", needed: true), .line("derivation", "隐去或者截取了什么", needed: true)],
                    button: "收入", hint: "原件和副本都留存；对外公开只用副本。"))
        }
        forms.append(
            CaseForm(
                "不予采信", url, hidden: [view.token, ("act", "exclusion")], [.line("reason", "理由", needed: true)],
                button: "记入"))
        return forms
    }

    private static func people(_ view: CaseFileView) throws -> [(value: String, label: String)] {
        try AccountStore.people(in: view.context.connection).compactMap { person in
            person.name.map { (person.id, $0) }
        }
    }

    private static func taking(
        _ view: CaseFileView, _ people: [(value: String, label: String)], _ channels: ChannelChoices, isOpen: Bool
    ) throws -> CaseForm {
        func text(_ name: String) -> String { view.entered.first(name) ?? "" }
        return CaseForm(
            "收入证据", .caseEvidence(view.matter), isUpload: true, isOpen: isOpen, hidden: [view.token],
            [
                .line("title", "名称", text("title"), needed: true),
                .choice(
                    "kind", "种类", EvidenceKind.allCases.map { ($0.rawValue, $0.rawValue) }, chosen: text("kind")),
                .long("proves", "证明对象", text("proves"), needed: true),
                .date("day", "取得日期", text("day").isEmpty ? "\(view.context.today)" : text("day"), needed: true),
                .line("place", "取得地点", text("place"), needed: true),
                .choice("taker1", "取证人员", people, chosen: text("taker1"), empty: "请选择"),
                .choice("taker2", "取证人员（第二人）", people, chosen: text("taker2"), empty: "没有"),
                .line("provider", "提供人（个人信息，另行存放）", text("provider")),
                .line("document", "程序文书名称（如 监测报告），不是的留空", text("document")),
                .choice(
                    "occasion", "音像记录的环节（视听资料）", try Self.occasions(view).map { ($0, $0) }, chosen: text("occasion"),
                    empty: "不是音像记录"),
                .flag("uninterrupted", "连续录制，没有剪接"),
                .choice(
                    "channel", "现场监测的排放口、项目（监测报告）", channels.options, chosen: text("channel"), empty: "不是现场监测"),
                .line("sampledFrom", "采样开始，如 2026-11-20 10:00", text("sampledFrom")),
                .line("sampledTo", "采样结束", text("sampledTo")), .line("result", "监测结果和单位", text("result")),
                .flag("statutory", "采用法定标准方法"), .file("file", "文件"), .line("thing", "没有文件的实物：存放处", text("thing")),
            ], button: "收入",
            hint: "可以收 \(AttachmentForm.evidenceText)；单个文件最大 \(AttachmentForm.greatestRecordingBytes >> 20) MB。"
                + "从浏览器传入的标为“非现场采集”。")
    }

    /// 调取自动监测数据.
    private static func drawing(
        _ view: CaseFileView, _ people: [(value: String, label: String)], _ channels: ChannelChoices
    ) -> CaseForm {
        func text(_ name: String) -> String { view.entered.first(name) ?? "" }
        let whose = channels.isOfParties ? "本案当事人的排放口" : "当事人不在登记的排放口中，列出全部排放口"
        return CaseForm(
            "调取自动监测数据", .caseMonitoring(view.matter), hidden: [view.token],
            [
                .choice("channel", "排放口、项目（\(whose)）", channels.options, chosen: text("channel"), empty: "请选择"),
                .date("day", "数据日期", text("day"), needed: true),
                .line("reason", "调取事由", text("reason"), needed: true),
                .long("proves", "证明对象", text("proves"), needed: true),
                .choice("taker1", "取证人员", people, chosen: text("taker1"), empty: "请选择"),
                .choice("taker2", "取证人员（第二人）", people, chosen: text("taker2"), empty: "没有"),
            ], button: "调取",
            hint: "当日逐时数据定稿封存，每个数字成为数字凭证，可以一直核对到报文；设备验收、校准和标记一并记下。")
    }
}

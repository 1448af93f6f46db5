import Casework
import Catalog
import Dossier
import Judging
import Law
import Records
import Standards
import Storage

extension CaseFilePage {
    /// 案由与裁量.
    init(charges view: CaseFileView, error: String? = nil, notice: String? = nil) throws {
        let isNew = error != nil && view.entered.first("item") == nil
        let cards = try view.file.charges.enumerated().map { place, charge in
            try Self.card(charge, place + 1, view)
        }
        self = view.page(
            .charges, cards,
            [try Self.form("登记案由", nil, view, isOpen: isNew || cards.isEmpty)],
            error: error, empty: "还没有登记案由。", notice: notice)
    }

    private static func card(_ charge: Charge, _ place: Int, _ view: CaseFileView) throws -> Card {
        let discretion = view.file.discretions.first { $0.charge == charge.id }
        // A law that came after the decision does not change it any more.
        let decided = max(view.file.decisionDay ?? view.context.today, charge.conduct.end)
        let law = try ChargeLaw(
            charge, decided: decided, discretion: discretion, catalog: view.context.catalog)
        var facts = [
            CaseFileView.fact("违法事实", charge.facts),
            CaseFileView.fact(
                "行为日期", "\(charge.conduct.start) 至 \(charge.conduct.end)\(charge.isContinuing ? "（连续或者继续）" : "")"),
            CaseFileView.fact(
                "追责期限", "至 \(law.limitation.lastDay)（\(law.limitation.years)年，\(law.limitation.basis)）"),
        ].compactMap(\.self)
        facts += try lawFacts(charge, law, view)
        var forms: [CaseForm] = []
        if view.canAct, let last = view.last(charge.id) {
            forms.append(try form("修改案由", (charge, law, last), view, isOpen: false))
            if law.needsPerson { forms.append(lawForm(charge, law, last, view)) }
            forms += try weighingForms(charge, law, last, view)
            forms.append(
                CaseForm(
                    "撤下（不再作为案由）", .caseCharges(view.matter),
                    hidden: [view.token, ("item", charge.id), ("follows", "\(last)"), ("act", "removal")],
                    [.line("reason", "理由", needed: true)], button: "撤下"))
        }
        var tables: [Table] = []
        if let discretion, let applied = law.applied {
            facts += discretionFacts(discretion, view)
            tables.append(try comparison(discretion, charge, applied, view))
        }
        tables.append(view.history([charge.id], words: [:]))
        return Card(
            id: "charge-\(charge.id)", title: "案由 \(place)：\(law.violation.title)", detail: charge.violation,
            tags: [], thumbnailHref: nil, facts: facts, warnings: warnings(charge, law), tables: tables, forms: forms)
    }

    private static func warnings(_ charge: Charge, _ law: ChargeLaw) -> [String] {
        var lines: [String] = []
        if law.isTooLate(charge) == true { lines.append("发现时已过追责期限，不再给予行政处罚（\(law.limitation.basis)）") }
        if charge.discovered == nil { lines.append("没有填写发现日期，追责期限还不能核对") }
        for item in law.crimes { lines.append("涉嫌犯罪：达到\(item.article)“\(item.rule)”，应当移送") }
        if let crime = law.applied?.crime, law.crimes.isEmpty {
            lines.append("移送标准中未量化的各项须由人核对：\(crime.basis)")
        }
        if law.needsPerson, law.applied == nil { lines.append("须由法规科决定适用的法律并写明理由，决定前不能裁量") }
        return lines
    }

    private static func lawFacts(_ charge: Charge, _ law: ChargeLaw, _ view: CaseFileView) throws -> [LabelledText] {
        var facts: [LabelledText?] = []
        for provision in law.candidates {
            let tiers = provision.tiers.map { "\($0.when)：\($0)" }.joined(separator: "；")
            facts.append(
                CaseFileView.fact(
                    provision == law.applied ? "适用" : "可以适用",
                    "\(provision.law)（\(provision.effective.chinese)）　\(provision.penalty)　\(tiers)",
                    href: SiteURL.violation(charge.violation).path))
        }
        if let pair = law.comparison {
            let side = pair.lighter.map { $0 == .earlier ? pair.earlier : pair.later }
            facts.append(
                CaseFileView.fact(
                    "从旧兼从轻",
                    (side.map { ["建议适用\($0.provision.law)"] } ?? []).joined() + "　"
                        + pair.reasons.joined(separator: "；")))
        }
        if let fault = law.comparisonFault { facts.append(CaseFileView.fact("两法比较", fault)) }
        if let choice = charge.choice {
            facts.append(CaseFileView.fact("法律选择", "\(try view.name(choice.person))：\(choice.reason)"))
        }
        return facts.compactMap(\.self)
    }

    private static func lawForm(
        _ charge: Charge, _ law: ChargeLaw, _ last: Int64, _ view: CaseFileView
    ) -> CaseForm {
        CaseForm(
            "决定适用的法律（法规科）", .caseCharges(view.matter), isOpen: law.applied == nil,
            hidden: [view.token, ("item", charge.id), ("follows", "\(last)"), ("act", "law")],
            [
                .choice(
                    "provision", "适用",
                    law.candidates.map { ("\($0.effective.from)", "\($0.law)（\($0.effective.from)起）") },
                    chosen: law.applied.map { "\($0.effective.from)" }),
                .long("reason", "理由", needed: true),
            ], button: "记入决定")
    }

    /// - Parameter known: the charge that is changed, with its law and its last record; nil for a new one.
    private static func form(
        _ title: String, _ known: (charge: Charge, law: ChargeLaw, last: Int64)?, _ view: CaseFileView, isOpen: Bool
    ) throws -> CaseForm {
        let charge = known?.charge
        func text(_ name: String, _ otherwise: String?) -> String {
            known == nil ? view.entered.first(name) ?? "" : otherwise ?? ""
        }
        let violations = try ViolationBook(view.context.catalog).all.map { ($0.code, "\($0.code) \($0.title)") }
        var inputs: [CaseForm.Input] = [
            .choice(
                "violation", "违法行为", violations,
                chosen: charge?.violation ?? view.entered.first("violation")),
            .date("from", "行为开始日", text("from", charge.map { "\($0.conduct.start)" }), needed: true),
            .date("to", "行为终了日（持续的填最后查见日）", text("to", charge.map { "\($0.conduct.end)" }), needed: true),
            .flag("continuing", "行为连续或者继续", charge?.isContinuing ?? false),
            .date("discovered", "发现日期", text("discovered", charge?.discovered.map { "\($0)" })),
            .flag("refused", "已责令改正而拒不改正", charge?.hasRefused ?? false),
            .flag("serious", "情节严重", charge?.isSerious ?? false),
            .flag("harmful", "造成污染或者破坏后果", charge?.hasCausedHarm ?? false),
            .line("base", "计算罚款的数额（元）：违法所得、总投资额等", text("base", charge?.base.map(Self.yuan))),
            .long("facts", "违法事实", text("facts", charge?.facts), needed: true),
        ]
        for provision in known?.law.candidates ?? [] where provision.tiers.count > 1 {
            inputs.append(
                .choice(
                    "tier", "罚款档次（\(provision.law)）", provision.tiers.map { ($0.when, "\($0.when)：\($0)") },
                    chosen: provision.tiers.first { charge?.tiers.contains($0.when) == true }?.when, empty: "还没有选定"))
        }
        if let charge {
            for item in try CrimeThresholds(view.context.catalog, on: charge.conduct.end).items {
                guard let metric = item.metric else { continue }
                inputs.append(
                    .line("m.\(metric)", "移送标准：\(item.rule)", charge.measured[metric]?.exactDecimal?.description ?? ""))
            }
            inputs.append(.line("reason", "改动的理由", needed: true))
        }
        var hidden = [view.token, ("act", "charge")]
        if let known { hidden += [("item", known.charge.id), ("follows", "\(known.last)")] }
        return CaseForm(
            title, .caseCharges(view.matter), isOpen: isOpen, hidden: hidden, inputs,
            button: known == nil ? "登记" : "保存",
            hint: known == nil ? "登记后再选罚款档次、裁量。" : "改动案由后须重新裁量。")
    }

    static func yuan(_ money: Money) -> String {
        let cents = money.fen % 100
        return cents == 0 ? "\(money.fen / 100)" : "\(money.fen / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}

import Casework
import Catalog
import Dossier
import Judging
import Law
import Records
import Standards
import Storage

/// The guided form of a fine: choices, what follows from them, and the proposal.
extension CaseFilePage {
    static func discretionFacts(_ discretion: Discretion, _ view: CaseFileView) -> [LabelledText] {
        let result = discretion.result
        let terms = result.terms.map { term in
            let proof = term.evidence.isEmpty ? "" : "（证据 \(term.evidence.joined(separator: "、"))）"
            return "\(term.factor)：\(term.level)\(term.isUnknown ? "（没有查明）" : "")\(proof)"
        }
        return [
            CaseFileView.fact(
                "裁量基准", result.table ?? "没有现行有效的裁量基准，只有法定幅度",
                href: result.table.map {
                    SiteURL.rule($0).path
                }),
            CaseFileView.fact("情形", terms.joined(separator: "；")),
            CaseFileView.fact("算式", result.arithmetic.joined(separator: "；")),
            CaseFileView.fact("法定幅度", LawWords.range(result.statutory)),
            CaseFileView.fact("按基准", LawWords.range(result.fine)),
            CaseFileView.fact("拟处罚款", "\(discretion.proposed)（\(discretion.proposed.formalText)）"),
            CaseFileView.fact("理由", discretion.reason ?? ""),
            CaseFileView.fact("注意", result.remarks.joined(separator: "；")),
            CaseFileView.fact(
                "裁量记录", "第 \(discretion.sequence) 条，按 \(discretion.day) 的基准",
                href: SiteURL.record(discretion.sequence).path),
        ].compactMap(\.self)
    }

    static func comparison(
        _ discretion: Discretion, _ charge: Charge, _ provision: Provision, _ view: CaseFileView
    ) throws -> Table {
        let cases = try ComparableCases(
            with: discretion, of: charge, provision: provision.effective.from, in: view.matter,
            catalog: view.context.catalog, now: view.context.now, connection: view.context.connection)
        let count = cases.cases.count
        var hint = "与同一违法行为、同一条文、同一裁量基准的已决案件相比，共 \(count) 件（至多取最近 \(ComparableCases.greatestCount) 件）"
        if let rank = cases.rank(of: discretion.proposed), let standsOut = cases.standsOut(discretion.proposed) {
            hint += "；本案数额由低到高排第 \(rank) 位"
            if standsOut { hint += "，低于全部或者高于全部可比案件，须说明理由" }
        } else {
            hint += "，不足 \(ComparableCases.leastCount) 件，不作排位"
        }
        return Table(
            caption: "可比案件", heads: ["案件", "罚款", "情形"],
            rows: cases.cases.prefix(20).map { other in
                Table.Row(
                    cells: [other.title, "\(other.amount)", other.factors.joined(separator: "；")],
                    link: TextLink(label: "案由与裁量", href: SiteURL.caseCharges(other.matter).path))
            }, hint: hint + "。")
    }

    /// The form that computes, and, once it has computed, the one that puts it on record.
    static func weighingForms(
        _ charge: Charge, _ law: ChargeLaw, _ last: Int64, _ view: CaseFileView
    ) throws -> [CaseForm] {
        let asked = view.entered.first("item") == charge.id && view.entered.first("act") == "weigh"
        let entered = asked ? view.entered : FormFields("")
        let tables = try DiscretionBook(view.context.catalog).tables(
            for: charge.violation, on: view.context.today)
        if law.applied == nil, law.candidates.count < 2 { return [] }
        if tables.isEmpty { return law.applied == nil ? [] : [try proposal(charge, nil, last, entered, view)] }
        let table = tables.first { $0.id == entered.first("table") } ?? tables[0]
        var forms = [pick(table, tables, charge, entered, view)]
        if asked { forms.append(try proposal(charge, table, last, entered, view)) }
        return forms
    }

    private static func pick(
        _ table: DiscretionTable, _ tables: [DiscretionTable], _ charge: Charge, _ entered: FormFields,
        _ view: CaseFileView
    ) -> CaseForm {
        var inputs: [CaseForm.Input] = []
        if tables.count > 1 {
            inputs.append(.choice("table", "裁量基准", tables.map { ($0.id, $0.title) }, chosen: table.id))
        }
        if table.scales.count > 1 {
            inputs.append(
                .choice("scale", "适用对象", table.scales.map { ($0.name, $0.name) }, chosen: entered.first("scale")))
        }
        if table.model == .bands {
            inputs.append(.choice("band", "情形", table.bands.map { ($0.when, $0.when) }, chosen: entered.first("band")))
            inputs.append(
                .choice(
                    "degree", "情节", DiscretionRequest.Degree.allCases.map { ($0.rawValue, $0.rawValue) },
                    chosen: entered.first("degree") ?? DiscretionRequest.Degree.usual.rawValue))
        }
        for (place, factor) in table.factors.enumerated() {
            inputs.append(
                .choice(
                    "f\(place)", factor.name, factor.levels.map { ($0.name, $0.name) },
                    chosen: entered.first("f\(place)"), empty: "没有查明"))
            inputs.append(.line("e\(place)", "“\(factor.name)”的证据号，如 1、3", entered.first("e\(place)") ?? ""))
        }
        if let base = table.scales.compactMap(\.of).first {
            inputs.append(.line("share", "\(base)（元）", entered.first("share") ?? ""))
        }
        let kinds = DiscretionRequest.Change.Kind.allCases.filter { kind in
            kind == .apologised ? table.apology != nil : table.adjustment != nil
        }.map(\.rawValue)
        if !kinds.isEmpty {
            inputs += [
                .choice("change", "调整", kinds.map { ($0, $0) }, chosen: entered.first("change"), empty: "不调整"),
                .line("by", "调整数额（元）", entered.first("by") ?? ""),
                .line("why", "调整的理由", entered.first("why") ?? ""),
            ]
        }
        var hidden = [("item", charge.id), ("act", "weigh")]
        if tables.count == 1 { hidden.append(("table", table.id)) }
        return CaseForm(
            "裁量：\(table.title)", .caseCharges(view.matter), method: "get", isOpen: entered.first("act") != nil,
            hidden: hidden, inputs, button: "计算", hint: "没有查明的情形按最轻的一档计。计算只看结果，不记入。")
    }

    private static func proposal(
        _ charge: Charge, _ table: DiscretionTable?, _ last: Int64, _ entered: FormFields, _ view: CaseFileView
    ) throws -> CaseForm {
        let request = DiscretionRequest(entered, table)
        var lines: [String] = []
        var amount = entered.first("proposed") ?? ""
        do {
            let law = try ChargeLaw(charge, decided: view.context.today, catalog: view.context.catalog)
            for provision in law.applied.map({ [$0] }) ?? law.candidates {
                let made = try Weighing(
                    request, for: charge, table: table?.id, on: view.context.today, trying: provision,
                    catalog: view.context.catalog)
                lines.append("按\(provision.law)：\(LawWords.range(made.result.fine))")
                lines += made.result.arithmetic + made.result.remarks
                lines.append("法定幅度（\(made.tier.when)）：\(LawWords.range(made.result.statutory))")
                if amount.isEmpty, let one = made.result.amount { amount = yuan(one) }
            }
            if law.applied == nil { lines.append("适用的法律还没有决定，以上只供比较，不能记入。") }
        } catch let error as CaseFileRefusal {
            lines = [error.message]
        } catch let error as LawError {
            lines = ["\(error.message)。没有计算。"]
        }
        let kept = entered.pairs.filter {
            !["token", "item", "act", "follows", "proposed", "reason"].contains($0.name)
        }
        return CaseForm(
            table == nil ? "裁量：没有现行有效的基准" : "计算结果与拟处罚款", .caseCharges(view.matter),
            isOpen: entered.first("act") != nil,
            hidden: [view.token, ("item", charge.id), ("follows", "\(last)"), ("act", "weigh")]
                + kept.map { ($0.name, $0.value) },
            [
                .line("proposed", "拟处罚款（元）", amount, needed: true),
                .long("reason", "理由（偏离基准或者没有基准时必填）", entered.first("reason") ?? ""),
            ], button: "记入裁量", hint: lines.joined(separator: "；"))
    }
}

extension DiscretionRequest {
    /// What a form says.
    init(_ fields: FormFields, _ table: DiscretionTable?) {
        self.init(
            (table?.factors ?? []).enumerated().map { place, factor in
                let numbers = (fields.first("e\(place)") ?? "").split { !$0.isNumber }.map(String.init)
                return Choice(factor.name, fields.first("f\(place)"), evidence: numbers)
            },
            scale: fields.first("scale"), band: fields.first("band"),
            degree: fields.first("degree").flatMap { Degree(rawValue: $0) } ?? .usual,
            base: fields.first("share").flatMap { Money(yuan: $0) })
        if let kind = fields.first("change").flatMap({ Change.Kind(rawValue: $0) }),
            let amount = fields.first("by").flatMap({ Money(yuan: $0) })
        {
            change = Change(kind, by: amount, reason: fields.first("why") ?? "")
        }
    }
}

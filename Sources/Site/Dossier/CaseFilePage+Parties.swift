import Accounts
import Casework
import Dossier
import Records
import Registry
import Storage

extension CaseFilePage {
    /// 当事人.
    init(parties view: CaseFileView, error: String? = nil, notice: String? = nil) throws {
        let cards = try view.file.parties.map { try Self.card($0, view) }
        let attempted = error != nil && view.entered.first("item") == nil
        var fresh = Party(kind: .entity, name: "")
        var hints: [String] = ["公民的姓名、证件号码、住址、电话只存于台账之外，台账中只有承诺值；依法可以封存、删除。"]
        if attempted {
            fresh = Party(view.entered)
        } else if let source = view.entered.first("source"), try view.context.visibleSource(source) != nil,
            let filled = try Party.filled(fromSource: source, in: view.context.connection)
        {
            fresh = filled
            hints.append("已按一源一档今天的内容填好，登记后留存于案卷，不随档案改变。")
        }
        self = view.page(
            .parties, cards,
            try Self.search(view) + [
                Self.form(
                    "登记当事人", fresh, view, item: nil, isOpen: attempted || cards.isEmpty || !fresh.name.isEmpty)
            ], hints: hints, error: error, empty: "还没有登记当事人。", notice: notice)
    }

    private static func card(_ party: Party, _ view: CaseFileView) throws -> Card {
        let isCitizen = party.kind == .citizen
        func shown(_ text: String, isPersonal: Bool) -> String { isPersonal ? view.personal(text) : text }
        let name = shown(party.name, isPersonal: isCitizen)
        let source = try party.source.flatMap { try view.context.visibleSource($0) }
        let facts = [
            CaseFileView.fact("类别", party.kind.rawValue),
            CaseFileView.fact(isCitizen ? "证件号码" : "统一社会信用代码", shown(party.code, isPersonal: isCitizen)),
            CaseFileView.fact("住所（住址）", shown(party.address, isPersonal: party.kind != .entity)),
            CaseFileView.fact("法定代表人（负责人）", view.personal(party.representative)),
            CaseFileView.fact("电话", view.personal(party.telephone)),
            source.flatMap { CaseFileView.fact("一源一档", $0.name, href: SiteURL.source($0.id).path) },
        ].compactMap(\.self)
        var forms: [CaseForm] = []
        if view.canAct, let last = view.last(party.id) {
            let isAttempted = view.entered.first("item") == party.id
            let shownParty = isAttempted ? Party(view.entered) : party
            forms = [
                form("修改", shownParty, view, item: (party.id, last), isOpen: isAttempted),
                CaseForm(
                    "撤下（登记错误）", .caseParties(view.matter),
                    hidden: [view.token, ("item", party.id), ("follows", "\(last)"), ("removal", "yes")],
                    [.line("reason", "理由", needed: true)], button: "撤下"),
            ]
        }
        return Card(
            id: "party-\(party.id)", title: name.isEmpty ? "（个人信息，已封存或删除）" : name, detail: "", tags: [],
            thumbnailHref: nil, facts: facts, warnings: [], tables: [view.history([party.id], words: [:])], forms: forms
        )
    }

    private static func form(
        _ title: String, _ party: Party, _ view: CaseFileView, item: (id: String, last: Int64)?, isOpen: Bool
    ) -> CaseForm {
        var hidden = [view.token, ("source", party.source ?? "")]
        if let item { hidden += [("item", item.id), ("follows", "\(item.last)")] }
        var inputs: [CaseForm.Input] = [
            .choice(
                "kind", "类别", Party.Kind.allCases.map { ($0.rawValue, $0.rawValue) }, chosen: party.kind.rawValue),
            .line("name", "名称（姓名）", party.name, needed: true),
            .line("code", "统一社会信用代码（证件号码）", party.code), .line("address", "住所（住址）", party.address),
            .line("representative", "法定代表人（负责人、经营者）", party.representative),
            .line("telephone", "电话", party.telephone),
        ]
        if item != nil { inputs.append(.line("reason", "改动的理由", view.entered.first("reason") ?? "", needed: true)) }
        return CaseForm(
            title, .caseParties(view.matter), isOpen: isOpen, hidden: hidden, inputs, button: item == nil ? "登记" : "保存")
    }

    /// The way from the register: enterprises by words, each a link that fills the form.
    private static func search(_ view: CaseFileView) throws -> [CaseForm] {
        guard view.canAct, view.context.services.visitor.may(.viewRegistry) else { return [] }
        let words = view.entered.first("q") ?? ""
        var found: [(value: String, label: String)] = []
        if !words.isEmpty {
            var query = try view.context.sourceQuery("enterprise")
            query.text = words
            found = try SourceStore.sources(query, limit: 20, offset: 0, in: view.context.connection)
                .map { ($0.id, $0.name) }
        }
        var forms = [
            CaseForm(
                "从一源一档查找企业", .caseParties(view.matter), method: "get", isOpen: !words.isEmpty,
                [.line("q", "名称或者代码", words)], button: "查找",
                hint: !words.isEmpty && found.isEmpty ? "没有找到，可以直接填写。" : nil)
        ]
        if !found.isEmpty {
            forms.append(
                CaseForm(
                    "选用查到的企业", .caseParties(view.matter), method: "get", isOpen: true,
                    [.choice("source", "企业（至多列 20 家）", found, chosen: nil)], button: "填入下面的表"))
        }
        return forms
    }
}

extension Party {
    /// What a form says.
    init(_ fields: FormFields) {
        self.init(
            kind: Kind(rawValue: fields.first("kind") ?? "") ?? .entity, name: fields.first("name") ?? "",
            source: fields.first("source"), code: fields.first("code") ?? "",
            address: fields.first("address") ?? "", representative: fields.first("representative") ?? "",
            telephone: fields.first("telephone") ?? "")
    }
}

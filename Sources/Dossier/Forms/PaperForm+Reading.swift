import Catalog

extension PaperForm {
    private static let key = "form"
    private static let keys = ["documents", "kind", "series", "elements", "signers", "body"]

    init(_ file: RuleFile, with reader: RuleReader) {
        let content = reader.body(keys: [Self.key]).mapping(Self.key, keys: Self.keys)
        header = file.header
        documents = content.texts("documents")
        kind = content.choice("kind", as: Kind.self) ?? .internal
        series = content.optionalText("series")
        elements = content.list("elements").map { PaperElement($0, with: reader) }
        signers = content.optionalList("signers").map { PaperSigner($0, with: reader) }
        body = FormLine.parse(content.optionalText("body") ?? "")
        checkNames(content)
    }

    private func checkNames(_ content: RuleMapping) {
        let names = elements.map(\.name)
        for name in Set(names).sorted() where names.count(where: { $0 == name }) > 1 {
            content.refuse("elements", .other(message: "要素“\(name)”出现了两次", mend: "名称在一份文书内不能重复"))
        }
        for name in Set(body.flatMap(\.elements)).sorted() where !names.contains(name) {
            content.refuse("body", .other(message: "正文里的要素“\(name)”不存在", mend: "写 elements 中的一个，或补上它"))
        }
        if kind != .outside, body.isEmpty {
            content.refuse("body", .other(message: "没有正文", mend: "写明文书的正文；外来材料的 kind 写 outside"))
        }
        for element in elements where element.isPersonal && ![.text, .longText].contains(element.kind) {
            content.refuse("elements", .other(message: "个人信息“\(element.name)”须为文字", mend: "kind 写 text 或 long"))
        }
        for line in body where line.style == .list && line.elements.compactMap({ element($0) }).first?.kind != .list {
            content.refuse("body", .other(message: "“- ”一行须为列表要素", mend: "该要素的 kind 写 list"))
        }
    }
}

extension PaperElement {
    private enum Word: String, CaseIterable { case text, money, date, moment, flag, list, choice, long }

    init(_ node: RuleNode, with reader: RuleReader) {
        let row = reader.mapping(
            node, keys: ["element", "kind", "of", "optional", "personal", "from", "hint"])
        name = row.text("element")
        kind =
            switch row.optionalChoice("kind", as: Word.self) ?? .text {
            case .text: .text
            case .long: .longText
            case .money: .money
            case .date: .date
            case .moment: .moment
            case .flag: .flag
            case .list: .list
            case .choice: .choice(row.texts("of"))
            }
        isRequired = !(row.optionalFlag("optional") ?? false)
        isPersonal = row.optionalFlag("personal") ?? false
        fills = row.optionalTexts("from").compactMap { written in
            if let fill = PaperFill(written) { return fill }
            row.refuse("from", .other(message: "不认识的来源“\(written)”", mend: "见 Docs/add-a-form.md 的来源表"))
            return nil
        }
        hint = row.optionalText("hint")
    }
}

extension PaperSigner {
    init(_ node: RuleNode, with reader: RuleReader) {
        let row = reader.mapping(node, keys: ["part", "least", "roles", "each_page"])
        part = row.text("part")
        least = row.optionalInteger("least", in: 1...20) ?? 1
        roles = row.optionalTexts("roles")
        signsEachPage = row.optionalFlag("each_page") ?? false
    }
}

import Accounts
import Casework
import Catalog
import Dossier
import Ledger
import Records
import Registry
import Standards
import Storage

/// What a page of a case file is made of: the file as it is or was, who looks, and what was entered last.
struct CaseFileView {
    /// Which of the pages.
    enum Place: String, CaseIterable {
        case parties = "当事人"
        case charges = "案由与裁量"
        case evidence = "证据"
        case disclosure = "公开"

        func url(_ matter: MatterID, asOf sequence: Int64?) -> SiteURL {
            let query = [("asof", sequence.map(String.init))]
            return switch self {
            case .parties: .caseParties(matter, query: query)
            case .charges: .caseCharges(matter, query: query)
            case .evidence: .caseEvidence(matter, query: query)
            case .disclosure: .caseDisclosure(matter, query: query)
            }
        }
    }

    let file: CaseFile
    let entries: [CaseEntry]
    /// The fields of an attempt that was refused, or of a query.
    let entered: FormFields
    let context: PageContext
    /// As of which record; nil for the present.
    let asOf: Int64?
    /// Whether the visitor may put on record what may be done after the end too: disclosure.
    let mayRecord: Bool
    /// Whether the visitor may put things into the file now.
    let canAct: Bool

    /// - Throws: `SiteError` with `.unknownObject`.
    init(_ id: String, asOf sequence: Int64?, entered: FormFields, in context: PageContext) throws {
        let matter = MatterID(rawValue: id)
        guard
            let file = try CaseFileStore.file(
                of: matter, catalog: context.catalog, now: context.now, asOf: sequence, in: context.connection)
        else { throw SiteError(.unknownObject, subject: "办件", detail: id) }
        self.file = file
        entries = try CaseEntryStore.entries(of: matter, asOf: sequence, in: context.connection)
        self.entered = entered
        self.context = context
        asOf = sequence
        mayRecord = sequence == nil && context.services.visitor.may(CaseworkActions.act)
        canAct = mayRecord && !file.matter.isOver
    }

    var matter: MatterID { file.id }
    var token: (String, String) { (FormToken.field, context.services.formToken.text) }

    /// The last record about an item.
    func last(_ item: String) -> Int64? { entries.last { $0.item == item }?.sequence }

    /// A fact about a person as this visitor may read it: whoever acts in matters in full, others masked.
    func personal(_ text: String) -> String {
        if text.isEmpty { return "" }
        return context.services.visitor.may(CaseworkActions.act) ? text : SourcePersonal.masked(text)
    }

    /// The name of a person of the bureau.
    func name(_ person: String) throws -> String {
        try AccountStore.person(person, in: context.connection)?.name ?? person
    }

    func page(
        _ place: Place, _ cards: [CaseFilePage.Card], _ forms: [CaseForm], hints: [String] = [], error: String?,
        empty: String, notice: String? = nil
    ) -> CaseFilePage {
        let matterHref = "/matters/\(matter.rawValue)"
        let tabs = [CaseFilePage.Tab(label: "办件", href: matterHref, isCurrent: false)]
        let past = asOf.map { sequence in
            PastNote(
                text: "截至台账第 \(sequence) 条记录的案卷", remark: nil, presentHref: place.url(matter, asOf: nil).path)
        }
        return CaseFilePage(
            frame: PageFrame(
                "\(place.rawValue)：\(file.title)", in: context, at: nil,
                path: [Breadcrumb(label: file.title, href: matterHref)], notice: notice),
            heading: place.rawValue, sub: "\(file.title)　\(file.matter.procedure.header.title)　\(file.matter.state)",
            tabs: tabs
                + Place.allCases.map {
                    CaseFilePage.Tab(
                        label: $0.rawValue, href: $0.url(matter, asOf: asOf).path, isCurrent: $0 == place)
                }, past: past, error: error,
            hints: hints + (file.matter.isOver ? ["办件已经办结，除公开与撤回外案卷只读。"] : []), cards: cards, emptyText: empty,
            forms: canAct ? forms : [])
    }

    /// What was put on record about some items, the youngest first.
    func history(_ items: Set<String>, words: [String: String]) -> CaseFilePage.Table {
        CaseFilePage.Table(
            caption: "记录", heads: ["时间", "事项", "经办", "理由"],
            rows: entries.reversed().filter { items.contains($0.item) }.map { entry in
                CaseFilePage.Table.Row(
                    cells: [
                        Instant(milliseconds: entry.timeMilliseconds).minuteText,
                        words[entry.action] ?? context.services.book.word(ofAction: entry.action), entry.actor,
                        entry.body["reason"]?.text ?? "",
                    ],
                    link: TextLink(
                        label: "第 \(entry.sequence) 条", href: SiteURL.record(entry.sequence).path))
            }, hint: nil)
    }

    static func fact(_ label: String, _ value: String, href: String? = nil) -> LabelledText? {
        value.isEmpty ? nil : LabelledText(label: label, value: value, href: href)
    }
}

import Catalog
import Ledger
import Records
import Registry
import Standards
import Storage

extension LedgerEntryPage {
    /// - Throws: `SiteError` with `.unknownObject` when there is no such entry.
    init(
        _ id: String, of ledgerID: String, typed: [String: String]? = nil, error: String? = nil, in context: PageContext
    ) throws {
        let ledger = try WorkLedger.known(ledgerID, in: context)
        guard let entry = try LedgerEntryStore.entry(id, in: context.connection), entry.ledger == ledgerID else {
            throw SiteError(.unknownObject, subject: "台账登记", detail: id)
        }
        let mayKeep = context.services.visitor.may(LedgerEntryActions.keep) && context.moment == nil
        let values = typed ?? entry.values
        self.init(
            frame: PageFrame(entry.name, in: context, at: .ledgers), title: entry.name,
            statusText: "\(ledger.header.title)　\(entry.isWithdrawn ? "已撤销，不计入任何指标" : "有效")",
            isWithdrawn: entry.isWithdrawn, action: SiteURL.ledgerEntry(ledgerID, id).path,
            token: context.services.formToken.text, followsText: String(entry.last),
            facts: ledger.fields.map { LabelledText(label: $0.heading, value: entry.values[$0.name] ?? "—", href: nil) }
                + [entry.origin.map { LabelledText(label: "来源", value: "导入文件第 \($0.line) 行", href: nil) }].compactMap(
                    \.self),
            log: try LedgerEntryStore.records(of: id, in: context.connection).reversed().map { record in
                Entry(record)
            },
            form: mayKeep && !entry.isWithdrawn
                ? LedgerPage.Form(fields: ledger.fields.map { LedgerPage.Field($0, of: ledger, values[$0.name] ?? "") })
                : nil, error: error)
    }
}

extension LedgerEntryPage.Entry {
    fileprivate init(_ record: LedgerRecord) {
        let word =
            switch record.action {
            case LedgerEntryActions.entered: "登记"
            case LedgerEntryActions.corrected: "更正"
            default: "撤销"
            }
        self.init(
            time: Instant(milliseconds: record.timeMilliseconds).minuteText, person: record.actor, words: word,
            details: record.body["reason"]?.text.map { "理由：\($0)" }, recordHref: SiteURL.record(record.sequence).path)
    }
}

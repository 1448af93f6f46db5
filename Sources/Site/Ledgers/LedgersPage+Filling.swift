import Catalog
import Registry
import Standards

extension LedgersPage {
    init(in context: PageContext) throws {
        let year = context.today.year
        let rows = try WorkLedger.all(on: context.today, in: context.catalog).map { ledger in
            let count = try LedgerEntryStore.count(of: ledger.id, year: year, in: context.connection)
            let last = try LedgerEntryStore.entries(of: ledger.id, year: nil, limit: 1, in: context.connection).first
            return Row(
                title: ledger.header.title, href: SiteURL.ledger(ledger.id).path,
                countText: "\(count) \(ledger.measure)", lastText: last.map { "\($0.day) \($0.name)" } ?? "—")
        }
        self.init(
            frame: PageFrame("工作台账", in: context, at: .ledgers), yearText: "\(year)年",
            rows: rows)
    }
}

import Catalog
import Registry
import Reporting
import Standards

extension LedgerPage {
    /// Entries that are listed of a year; all of them stand in the workbook.
    private static let greatestCount = 500
    /// Years that are offered.
    private static let yearCount = 6

    /// - Parameter typed: what was refused, by field, so that nothing typed is lost.
    init(
        _ id: String, year: Int?, typed: [String: String] = [:], error: String? = nil, faults: [String] = [],
        notice: String? = nil, in context: PageContext
    ) throws {
        let ledger = try WorkLedger.known(id, in: context)
        let year = year ?? context.today.year
        let listed = ledger.fields.filter { $0.name != ledger.nameField }
        let count = try LedgerEntryStore.count(of: id, year: year, in: context.connection)
        var entries = try LedgerEntryStore.entries(
            of: id, year: year, limit: Self.greatestCount, in: context.connection)
        entries += try LedgerEntryStore.entries(
            of: id, year: year, withdrawn: true, limit: Self.greatestCount, in: context.connection)
        let mayKeep = context.services.visitor.may(LedgerEntryActions.keep) && context.moment == nil
        let figures = context.services.figures.all.filter { $0.selects(from: id) && $0.arguments.isEmpty }
        let day = min(context.today, CivilDate(year: year, month: 12, day: 31) ?? context.today)
        self.init(
            frame: PageFrame(ledger.header.title, in: context, at: .ledgers, notice: notice),
            title: ledger.header.title, countText: "\(year)年共 \(count) \(ledger.measure)",
            action: SiteURL.ledger(id).path, token: context.services.formToken.text,
            years: (0..<Self.yearCount).map { back in
                let one = context.today.year - back
                return YearLink(
                    label: "\(one)年", href: SiteURL.ledger(id, year: one).path, isCurrent: one == year)
            },
            heads: listed.map(\.heading),
            rows: entries.map { entry in
                Row(
                    name: entry.name, href: SiteURL.ledgerEntry(id, entry.id).path,
                    cells: listed.map { entry.values[$0.name] ?? "—" }, isWithdrawn: entry.isWithdrawn)
            },
            form: mayKeep ? Form(fields: ledger.fields.map { Field($0, of: ledger, typed[$0.name] ?? "") }) : nil,
            workbookHref: SiteURL.ledgerXLSX(id, year: year).path, templateHref: SiteURL.ledgerXLSX(id, year: nil).path,
            error: error, faults: faults,
            figures: figures.map { definition in
                TextLink(
                    label: definition.header.title,
                    href: SiteURL.figure(FigureRequest(definition.id, on: day)).path)
            })
    }
}

extension LedgerPage.Field {
    init(_ field: SourceField, of ledger: WorkLedger, _ value: String) {
        let isRequired = field.isRequired || [ledger.dateField, ledger.nameField].contains(field.name)
        self.init(
            name: field.name, label: field.heading, note: isRequired ? "必填" : field.note ?? "",
            inputType: field.type == .date ? "date" : "text", isRequired: isRequired,
            isChoice: !field.choices.isEmpty,
            choices: [ReviewForm.Choice(value: "", label: "（请选择）", isChosen: value.isEmpty)]
                + field.choices.map { ReviewForm.Choice(value: $0, label: $0, isChosen: $0 == value) },
            value: value)
    }
}

extension WorkLedger {
    /// A ledger by its id, as it is today.
    ///
    /// - Throws: `SiteError` with `.unknownObject` when there is none.
    static func known(_ id: String, in context: PageContext) throws -> WorkLedger {
        let all = try all(on: context.today, in: context.catalog)
        guard let found = all.first(where: { $0.id == id }) else {
            throw SiteError(.unknownObject, subject: "台账", detail: id)
        }
        return found
    }
}

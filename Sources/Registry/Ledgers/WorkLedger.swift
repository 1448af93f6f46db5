package import Catalog
package import Standards

/// A small ledger (工作台账) of what no capability records: trainings, publicity, projects. The catalog says of which fields an
/// entry consists; one engine keeps them all.
package struct WorkLedger: Sendable {
    package let header: RuleHeader
    /// The counter of entries, e.g. 场.
    package let measure: String
    /// The field that dates an entry and the one that names it.
    package let dateField: String
    package let nameField: String
    package let fields: [SourceField]
    /// Its place in lists.
    package let place: Int

    package var id: String { header.id }

    static let folder = "registry/ledgers"

    /// Every ledger in force on a day, in the order of their places.
    ///
    /// - Throws: `CatalogError` with the faults of the files.
    package static func all(on date: CivilDate, in catalog: RuleCatalog) throws(CatalogError) -> [WorkLedger] {
        var ledgers: [WorkLedger] = []
        for file in catalog.files(under: folder, on: date) {
            ledgers.append(try ledger(file.header.id, on: date, in: catalog))
        }
        return ledgers.sorted { ($0.place, $0.id) < ($1.place, $1.id) }
    }

    /// A ledger as it was on a day.
    ///
    /// - Throws: `CatalogError` with `.unknownRule`, `.nothingInForce`, or the faults of the file.
    package static func ledger(
        _ id: String, on date: CivilDate, in catalog: RuleCatalog
    ) throws(CatalogError) -> WorkLedger {
        try catalog.reading(id: id, under: folder, on: date) { WorkLedger($0, $1) }
    }

    /// Every fault of every version of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        catalog.files(under: folder).flatMap { file in
            let reader = RuleReader(file)
            _ = WorkLedger(file, reader)
            return reader.faults
        }.sorted()
    }

    private init(_ file: RuleFile, _ reader: RuleReader) {
        let body = reader.body(keys: ["ledger"]).mapping(
            "ledger", keys: ["place", "measure", "date", "name", "fields"])
        header = file.header
        place = body.integer("place", in: 1...999)
        measure = body.text("measure")
        dateField = body.text("date")
        nameField = body.text("name")
        fields = body.list("fields").map { SourceField.read($0, with: reader) }
        for field in fields where !field.isPlain {
            body.refuse(
                "fields",
                .other(
                    message: "字段“\(field.title)”的类型不能用在台账中", mend: "改用 text、whole、decimal、date、choice 或 flag，且不是个人信息"))
        }
        let names = fields.map(\.name)
        if Set(names).count != names.count {
            body.refuse("fields", .other(message: "有两个字段同名", mend: "每个字段用不同的代号"))
        }
        if fields.first(where: { $0.name == dateField })?.type != .date {
            body.refuse("date", .other(message: "“\(dateField)”不是日期字段", mend: "写一个 type: date 的字段"))
        }
        if !names.contains(nameField) {
            body.refuse("name", .other(message: "没有字段“\(nameField)”", mend: "写 fields 中的一个字段"))
        }
    }

    /// A field by its name.
    package func field(_ name: String) -> SourceField? { fields.first { $0.name == name } }

    /// The values of an entry in their one form.
    ///
    /// - Parameter texts: as somebody wrote them, by field.
    /// - Returns: without fields that are left empty; also every fault.
    package func values(of texts: [String: String]) -> (values: [String: String], faults: [ValueFault]) {
        var values: [String: String] = [:]
        var faults: [ValueFault] = []
        for field in fields {
            let text = HalfWidth.trimmed(texts[field.name] ?? "")
            if text.isEmpty {
                if field.isRequired || field.name == dateField || field.name == nameField {
                    faults.append(ValueFault(.missing, field, ""))
                }
                continue
            }
            do throws(ValueFault) {
                values[field.name] = try field.value(of: text)
            } catch {
                faults.append(error)
            }
        }
        return (values, faults)
    }
}

extension SourceField {
    /// Whether it may stand in a ledger: nothing about people, no other source, no place.
    fileprivate var isPlain: Bool {
        switch type {
        case .text, .whole, .decimal, .date, .choice, .flag: !isPersonal
        case .code, .phone, .reference, .point, .list: false
        }
    }
}

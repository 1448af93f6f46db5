package import Registry
package import Storage

/// Finds the outlets and items that files of the superior's platform name.
package struct OutletNames: Sendable {
    private let outlets: [String: RegisteredObject]

    package init(in connection: ReadConnection) throws {
        outlets = Dictionary(
            try RegistryStore.objects(.outlet, in: connection).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The outlet of a row: by its number; where the row names an enterprise, that is the outlet's.
    package func outlet(_ row: FormRow) throws(FormRowFault) -> RegisteredObject {
        let id = try row.needed("outlet")
        guard let outlet = outlets[id] else { throw row.fault("outlet", "的“\(id.prefix(40))”没有登记为排放口") }
        let enterprise = row["enterprise"]
        guard enterprise.isEmpty || outlet.text("enterprise") == enterprise else {
            throw row.fault("enterprise", "的“\(enterprise.prefix(40))”与排放口 \(id) 登记的“\(outlet.text("enterprise"))”不同")
        }
        return outlet
    }

    /// The item of a row, by its name or code; nil where the row names none.
    package func item(_ row: FormRow, of outlet: RegisteredObject) throws(FormRowFault) -> String? {
        let name = row["item"]
        if name.isEmpty { return nil }
        let limits = OutletLimit.limits(of: outlet)
        if let limit = limits.first(where: { $0.name == name || $0.item == name }) { return limit.item }
        if OutletAmount.flowNames.contains(name) { return OutletAmount.flowItem }
        let known = limits.map(\.name) + OutletAmount.flowNames.prefix(1)
        throw row.fault("item", "的“\(name.prefix(20))”不是排放口 \(outlet.id) 的项目，可用：\(known.joined(separator: "、"))")
    }
}

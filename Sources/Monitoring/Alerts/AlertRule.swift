package import Catalog
package import Standards

/// When an alert is raised, within what time it is to be answered, and when it is not brought before a person.
package struct AlertRule: Sendable {
    /// Where the files lie.
    static let folder = "monitoring/alerts"
    private static let keys = [
        "kind", "objects", "checks", "above", "hours", "rise", "registered_limits", "answer_hours", "sample_one_in",
        "repeat_hours", "district_share", "one_per_object",
    ]

    package let header: RuleHeader
    package let kind: AlertKind
    /// Kinds of watched objects.
    package let objects: Set<String>
    /// The automatic checks whose findings are alerts.
    package let checks: Set<String>
    /// Values above these, by item.
    package let above: [String: ExactDecimal]
    /// For so many hours in a row: above the limit, or rising.
    package let hours: Int
    /// By how much an item rises over those hours.
    package let rise: [String: ExactDecimal]
    /// Whether the limits registered with outlets are taken.
    package let takesRegisteredLimits: Bool
    /// Hours from raising until a person has to have answered.
    package let answerHours: Int
    /// Of so many suppressed alerts one goes to a person all the same.
    package let sampleOneIn: Int
    /// An alert is suppressed for so many hours after one like it was found false; nil for never.
    package let repeatHours: Int?
    /// Suppressed where at least this share of the stations has one like it on the day, but for the first of them; nil for never.
    package let districtShare: Rational?
    /// Suppressed where another item of the object has one that begins at the same moment, but for the first item.
    package let isOnePerObject: Bool

    /// The rules in force on a day, by id.
    ///
    /// - Throws: `CatalogError` with the faults of the files.
    package static func rules(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) -> [AlertRule] {
        try catalog.reading("alerts \(date)") { () throws(CatalogError) -> [AlertRule] in
            try read(catalog, on: date)
        }
    }

    private static func read(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) -> [AlertRule] {
        var rules: [AlertRule] = []
        var faults: [CatalogFault] = []
        for file in catalog.files(under: folder, on: date) {
            let reader = RuleReader(file)
            if let rule = AlertRule(file, reader) { rules.append(rule) }
            faults += reader.faults
        }
        guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults.sorted()) }
        return rules.sorted { $0.header.id < $1.header.id }
    }

    /// Every fault of every version of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        let checks = Set(catalog.files(under: CheckRules.folder).map(\.header.id))
        return catalog.files(under: folder).flatMap { file in
            let reader = RuleReader(file)
            if let rule = AlertRule(file, reader) {
                for stranger in rule.checks.subtracting(checks).sorted() {
                    reader.refuse(
                        file.node,
                        .notAllowed(key: "checks", value: stranger, nearest: nil, allowed: checks.sorted()))
                }
            }
            return reader.faults
        }.sorted()
    }

    private init?(_ file: RuleFile, _ reader: RuleReader) {
        let body = reader.body(keys: ["alert_rule"]).mapping("alert_rule", keys: Self.keys)
        guard let kind = body.choice("kind", as: AlertKind.self) else { return nil }
        header = file.header
        self.kind = kind
        objects = Set(body.texts("objects"))
        checks = Set(body.optionalTexts("checks"))
        above = Self.limits("above", of: body, reader)
        rise = Self.limits("rise", of: body, reader)
        hours = body.optionalInteger("hours", in: 1...72) ?? 1
        takesRegisteredLimits = body.optionalFlag("registered_limits") ?? false
        answerHours = body.integer("answer_hours", in: 1...720)
        sampleOneIn = body.integer("sample_one_in", in: 1...10_000)
        repeatHours = body.optionalInteger("repeat_hours", in: 1...720)
        districtShare = body.optionalDecimal("district_share").map { Rational($0) }
        isOnePerObject = body.optionalFlag("one_per_object") ?? false
        let isWatching = !checks.isEmpty || !above.isEmpty || !rise.isEmpty || takesRegisteredLimits
        if !isWatching {
            body.refuse("kind", .other(message: "规则没有写看什么", mend: "写明 checks、above、rise 或 registered_limits 之一"))
        }
        guard reader.faults.isEmpty else { return nil }
    }

    private static func limits(_ key: String, of body: RuleMapping, _ reader: RuleReader) -> [String: ExactDecimal] {
        var limits: [String: ExactDecimal] = [:]
        for node in body.optionalList(key) {
            let row = reader.mapping(node, keys: ["item", "value"])
            limits[row.text("item")] = row.decimal("value")
        }
        return limits
    }
}

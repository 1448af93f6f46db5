package import Standards

extension RuleKind where Rule == DischargeMarkingRule {
    /// Which marks of enterprises count.
    package static var dischargeMarking: RuleKind<DischargeMarkingRule> {
        RuleKind("discharge_marking", "自动监测设备标记规则", standing: .beside) {
            (content, header, reader) throws(StandardsError) in
            let content = reader.mapping(content.node, keys: ["deadline_hour", "industries"])
            return try DischargeMarkingRule(
                id: header.id, title: header.title, deadlineHour: content.integer("deadline_hour", in: 0...24),
                industries: content.list("industries").map { DischargeMarkingRule.industry($0, with: reader) })
        }
    }
}

extension DischargeMarkingRule {
    static func industry(_ node: RuleNode, with reader: RuleReader) -> Industry {
        let industry = reader.mapping(node, keys: ["id", "name", "events"])
        let events = industry.list("events").map { node in
            let event = reader.mapping(node, keys: ["event", "name", "hours", "ceilings", "standstill"])
            let ceilings = event.optional("ceilings").map { reader.openMapping($0, name: "ceilings") }
            return Event(
                id: event.text("event"), name: event.text("name"),
                maximumHours: event.optionalInteger("hours", in: 1...8_784),
                ceilings: ceilings?.entries.reduce(into: [:]) { limits, entry in
                    limits[DischargeItem(rawValue: entry.key)] = reader.decimal(entry.value, name: entry.key)
                } ?? [:],
                isStandstill: event.optionalFlag("standstill") ?? false)
        }
        return Industry(id: industry.text("id"), name: industry.text("name"), events: events)
    }
}

extension RuleCatalog {
    /// The marking rules in force on a day, joined: where two have an event, the one that came into force later holds.
    ///
    /// - Throws: `.nothingInForce`.
    package func markingRule(on date: CivilDate) throws(CatalogError) -> DischargeMarkingRule {
        let rules = versions(of: .dischargeMarking).filter { $0.header.effective.contains(date) }.map(\.rule)
        guard let latest = rules.last else {
            throw CatalogError(.nothingInForce, rule: RuleKind.dischargeMarking.key, date: date)
        }
        return rules.dropLast().reversed().reduce(latest) { $0.joined(with: $1) }
    }
}

import Standards

extension NoiseLimit {
    /// The keys of a pair of limits in a row.
    static let keys = ["day", "night"]

    /// Reads `day` and `night` of a row.
    static func read(_ row: RuleMapping) -> NoiseLimit {
        NoiseLimit(day: row.decimal("day"), night: row.decimal("night"))
    }

    /// Reads rows `{zone, day, night}` of a list, with what else a row holds; a zone may stand once.
    static func rows(
        _ content: RuleMapping, _ key: String, also: [String] = [], with reader: RuleReader,
        take: (NoiseZone, RuleMapping) -> Void = { _, _ in }
    ) -> [NoiseZone: NoiseLimit] {
        var limits: [NoiseZone: NoiseLimit] = [:]
        for node in content.optionalList(key) {
            let row = reader.mapping(node, keys: ["zone"] + keys + also)
            let limit = read(row)
            guard let zone = row.choice("zone", as: NoiseZone.self) else { continue }
            if limits.updateValue(limit, forKey: zone) != nil { row.refuse("zone", .duplicateKeys([zone.rawValue])) }
            take(zone, row)
        }
        return limits
    }
}

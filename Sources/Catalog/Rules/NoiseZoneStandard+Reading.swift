package import Standards

extension RuleKind where Rule == NoiseZoneStandard {
    /// GB 3096 Table 1.
    package static var noiseZones: RuleKind<NoiseZoneStandard> {
        RuleKind("noise_zones", "声环境质量标准") { (content, header, reader) throws(StandardsError) in
            try NoiseZoneStandard.read(content, header: header, with: reader)
        }
    }
}

extension NoiseZoneStandard {
    /// Reads the contents of a `noise_zones` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> NoiseZoneStandard {
        let content = reader.mapping(content.node, keys: ["limits", "night_sudden_excess"])
        var names: [NoiseZone: String] = [:]
        _ = content.list("limits")
        let limits = NoiseLimit.rows(content, "limits", also: ["name"], with: reader) { zone, row in
            names[zone] = row.text("name")
        }
        return try NoiseZoneStandard(
            id: header.id, title: header.title, limits: limits, zoneNames: names,
            nightSuddenExcess: content.decimal("night_sudden_excess"))
    }
}

package import Standards

extension RuleKind where Rule == NoiseEmissionStandard {
    /// GB 12348, GB 22337, GB 12523: limits at boundaries; several are in force side by side.
    package static var noiseEmission: RuleKind<NoiseEmissionStandard> {
        RuleKind("noise_emission", "噪声排放标准", standing: .beside) {
            (content, header, reader) throws(StandardsError) in
            try NoiseEmissionStandard.read(content, header: header, with: reader)
        }
    }
}

extension NoiseEmissionStandard {
    /// Reads the contents of a `noise_emission` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> NoiseEmissionStandard {
        let content = reader.mapping(
            content.node,
            keys: ["limits", "zones", "night_sudden", "indoor_reduction", "structure_borne", "background"])
        var sudden: [Sudden: ExactDecimal] = [:]
        if let row = content.optionalMapping("night_sudden", keys: Sudden.allCases.map(\.rawValue)) {
            for kind in Sudden.allCases { sudden[kind] = row.optionalDecimal(kind.rawValue) }
        }
        let structure = content.optionalMapping("structure_borne", keys: ["levels", "centres", "octave_bands"])
        return try NoiseEmissionStandard(
            id: header.id, title: header.title, zoneLimits: NoiseLimit.rows(content, "zones", with: reader),
            generalLimit: content.optionalMapping("limits", keys: NoiseLimit.keys).map(NoiseLimit.read),
            suddenExcess: sudden, indoorReduction: content.optionalDecimal("indoor_reduction"),
            indoor: try structure.map { part throws(StandardsError) in try indoor(part, with: reader) },
            background: try background(content, with: reader))
    }

    private static func indoor(
        _ part: RuleMapping, with reader: RuleReader
    ) throws(StandardsError) -> IndoorNoiseLimits {
        func decimals(_ row: RuleMapping, _ key: String) -> [ExactDecimal] {
            row.list(key).map { reader.decimal($0, name: key) }
        }
        return try IndoorNoiseLimits(
            levels: rows(part, "levels", with: reader) { $0.decimal($1) },
            centres: decimals(part, "centres"),
            bands: rows(part, "octave_bands", with: reader) { decimals($0, $1) })
    }

    private static func rows<Limit>(
        _ part: RuleMapping, _ key: String, with reader: RuleReader, limit: (RuleMapping, String) -> Limit
    ) -> [IndoorNoiseLimits.Row<Limit>] {
        part.list(key).compactMap { node in
            let row = reader.mapping(node, keys: ["zones", "room"] + NoiseLimit.keys)
            let zones = row.list("zones").compactMap { reader.choice($0, name: "zones", as: NoiseZone.self) }
            let (day, night) = (limit(row, "day"), limit(row, "night"))
            guard let room = row.choice("room", as: NoiseRoom.self) else { return nil }
            return IndoorNoiseLimits.Row(zones: Set(zones), room: room, day: day, night: night)
        }
    }

    private static func background(
        _ content: RuleMapping, with reader: RuleReader
    ) throws(StandardsError) -> NoiseBackground? {
        guard content.optional("background") != nil else { return nil }
        return try NoiseBackground(
            steps: content.list("background").map { node in
                let row = reader.mapping(node, keys: ["from", "to", "subtract"])
                return NoiseBackground.Step(
                    from: row.integer("from", in: 1...50), to: row.integer("to", in: 1...50),
                    subtract: row.integer("subtract", in: 1...50))
            })
    }
}

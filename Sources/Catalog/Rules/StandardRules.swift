import Standards

/// The rules under `standards/`, understood. Each file holds exactly one of these keys beside its header.
struct StandardRules: Sendable {
    /// The kinds of rule, by the key that holds the contents.
    enum Kind: String, CaseIterable, Sendable {
        case airIndex = "air_index"
        case airLimits = "air_limits"
        case airStatistics = "air_statistics"
        case waterLimits = "water_limits"
        case waterMethod = "water_method"
        case waterMeans = "water_means"
    }

    /// The folder of these rules.
    static let folder = "standards"

    var airIndex = DatedRules<AirIndexRule>(Kind.airIndex.rawValue)
    var airLimits = DatedRules<AirQualityLimits>(Kind.airLimits.rawValue)
    var airStatistics = DatedRules<AirStatisticsRule>(Kind.airStatistics.rawValue)
    var waterLimits = DatedRules<WaterStandard>(Kind.waterLimits.rawValue)
    var waterMethod = DatedRules<WaterEvaluationMethod>(Kind.waterMethod.rawValue)
    var waterMeans = DatedRules<WaterMeanRule>(Kind.waterMeans.rawValue)
    private(set) var faults: [CatalogFault] = []

    /// Reads all files of the folder, collecting every fault, also of files whose header is broken.
    init(_ shelf: RuleShelf) {
        var scratch = self
        for file in shelf.broken where file.folder == StandardRules.folder { scratch.read(file) }
        faults = scratch.faults
        for file in shelf.files where file.folder == StandardRules.folder { read(file) }
        faults += airIndex.overlaps + airLimits.overlaps + airStatistics.overlaps
        faults += waterLimits.overlaps + waterMethod.overlaps + waterMeans.overlaps
    }

    private mutating func read(_ file: RuleFile) {
        let reader = RuleReader(file)
        let body = reader.body(keys: Kind.allCases.map(\.rawValue))
        let kinds = body.entries.compactMap { Kind(rawValue: $0.key) }
        if kinds.count > 1 {
            body.refuse(kinds[1].rawValue, .secondKind(first: kinds[0].rawValue))
        }
        if let kind = kinds.first {
            read(kind, of: file, body: body, reader: reader)
        } else {
            reader.refuse(file.node, .missingKey(Kind.allCases.map(\.rawValue).joined(separator: " / ")))
        }
        faults += reader.faults
    }

    private mutating func read(_ kind: Kind, of file: RuleFile, body: RuleMapping, reader: RuleReader) {
        let header = file.header
        let content = body.openMapping(kind.rawValue)
        switch kind {
        case .airIndex:
            let definition = AirIndexDefinition.read(content, header: header, with: reader)
            build(content, reader) { () throws(StandardsError) in try AirIndexRule(definition) }
                .map { airIndex.add($0, of: file) }
        case .airLimits:
            let rows = AirQualityLimits.rows(content, with: reader)
            build(content, reader) { () throws(StandardsError) in
                try AirQualityLimits(id: header.id, title: header.title, rows: rows)
            }.map { airLimits.add($0, of: file) }
        case .airStatistics:
            build(content, reader) { () throws(StandardsError) in
                try AirStatisticsRule.read(content, header: header, with: reader)
            }.map { airStatistics.add($0, of: file) }
        case .waterLimits:
            build(content, reader) { () throws(StandardsError) in
                try WaterStandard.read(content, header: header, with: reader)
            }.map { waterLimits.add($0, of: file) }
        case .waterMethod:
            build(content, reader) { () throws(StandardsError) in
                try WaterEvaluationMethod.read(content, header: header, with: reader)
            }.map { waterMethod.add($0, of: file) }
        case .waterMeans:
            build(content, reader) { () throws(StandardsError) in
                try WaterMeanRule.read(content, header: header, with: reader)
            }.map { waterMeans.add($0, of: file) }
        }
    }

    /// Makes a rule; a table it refuses is a fault of the file. Nil when anything is at fault.
    private func build<Rule>(
        _ content: RuleMapping, _ reader: RuleReader, _ make: () throws(StandardsError) -> Rule
    ) -> Rule? {
        do {
            let rule = try make()
            return reader.faults.isEmpty ? rule : nil
        } catch {
            // Stand-ins for values at fault make unusable tables; only a table of good values is reported as such.
            if reader.faults.isEmpty { reader.refuse(content.node, .unusable(error.subject ?? error.code.rawValue)) }
            return nil
        }
    }
}

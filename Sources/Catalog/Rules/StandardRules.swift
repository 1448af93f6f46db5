import Standards

/// The rules under `standards/`, understood. Each file holds exactly one of the keys of `kinds` beside its header.
struct StandardRules: Sendable {
    /// The folder of these rules.
    static let folder = "standards"

    /// Every kind of rule there is.
    static let kinds: [AnyRuleKind] = [
        AnyRuleKind(.airIndex),
        AnyRuleKind(.airLimits),
        AnyRuleKind(.airStatistics),
        AnyRuleKind(.airComposite),
        AnyRuleKind(.airOtherLimits),
        AnyRuleKind(.airReference),
        AnyRuleKind(.comparison),
        AnyRuleKind(.waterLimits),
        AnyRuleKind(.waterMethod),
        AnyRuleKind(.waterMeans),
        AnyRuleKind(.ranking),
        AnyRuleKind(.rankMoney),
        AnyRuleKind(.classSteps),
        AnyRuleKind(.noiseZones),
        AnyRuleKind(.noisePeriods),
        AnyRuleKind(.noiseStatistics),
        AnyRuleKind(.noiseGrades),
        AnyRuleKind(.noiseEmission),
        AnyRuleKind(.waterPeriods),
        AnyRuleKind(.waterGrading),
        AnyRuleKind(.waterTrophic),
        AnyRuleKind(.waterIndex),
        AnyRuleKind(.waterBlackOdor),
        AnyRuleKind(.waterSourceLimits),
        AnyRuleKind(.waterSource),
        AnyRuleKind(.waterBoundary),
        AnyRuleKind(.trendTest),
        AnyRuleKind(.dischargeFlags),
        AnyRuleKind(.dischargeMarking),
        AnyRuleKind(.dischargeLimits),
        AnyRuleKind(.dischargePeriods),
        AnyRuleKind(.deviceChecks),
        AnyRuleKind(.transferRate),
        AnyRuleKind(.emissionReplacement),
        AnyRuleKind(.incineration),
        AnyRuleKind(.pollutionAlert),
    ]

    /// The Chinese names of the kinds, by key.
    static let names: [String: String] = Dictionary(uniqueKeysWithValues: kinds.map { ($0.key, $0.name) })

    private var rules: [String: DatedRules] = [:]
    private(set) var faults: [CatalogFault] = []

    /// Reads all files of the folder, collecting every fault, also of files whose header is broken.
    init(_ shelf: RuleShelf) {
        for kind in StandardRules.kinds { rules[kind.key] = DatedRules(kind) }
        var scratch = self
        for file in shelf.broken where file.folder == StandardRules.folder { scratch.read(file) }
        faults = scratch.faults
        for file in shelf.files where file.folder == StandardRules.folder { read(file) }
        for kind in StandardRules.kinds { faults += rules[kind.key]?.overlaps ?? [] }
    }

    /// The versions of a kind.
    func dated<Rule>(_ kind: RuleKind<Rule>) -> DatedRules { rules[kind.key] ?? DatedRules(AnyRuleKind(kind)) }

    private mutating func read(_ file: RuleFile) {
        let reader = RuleReader(file)
        let keys = StandardRules.kinds.map(\.key)
        let body = reader.body(keys: keys)
        let kinds = body.entries.compactMap { entry in StandardRules.kinds.first { $0.key == entry.key } }
        if kinds.count > 1 {
            body.refuse(kinds[1].key, .secondKind(first: kinds[0].key))
        }
        if let kind = kinds.first {
            let content = body.openMapping(kind.key)
            if let rule = build(kind, content, file.header, reader) { rules[kind.key]?.add(rule, of: file) }
        } else {
            reader.refuse(file.node, .missingKey(keys.joined(separator: " / ")))
        }
        faults += reader.faults
    }

    /// Makes a rule; a table it refuses is a fault of the file. Nil when anything is at fault.
    private func build(
        _ kind: AnyRuleKind, _ content: RuleMapping, _ header: RuleHeader, _ reader: RuleReader
    ) -> (any Sendable)? {
        do {
            let rule = try kind.read(content, header, reader)
            return reader.faults.isEmpty ? rule : nil
        } catch {
            // Stand-ins for values at fault make unusable tables; only a table of good values is reported as such.
            if reader.faults.isEmpty { reader.refuse(content.node, .unusable(error.subject ?? error.code.rawValue)) }
            return nil
        }
    }
}

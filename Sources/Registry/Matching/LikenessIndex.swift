import Storage

/// The active files of a kind by the pairs of signs in their names, held in memory while one list is looked through.
struct LikenessIndex {
    /// One file.
    struct Entry {
        let number: Int64
        let id: String
        let name: [String: Int]
        let addresses: [[String: Int]]
        /// The codes that are right, by field.
        let codes: [String: String]
    }

    /// As many pairs of a name are looked along, the rarest first.
    private static let searchedPairs = 4
    /// As many candidates are shown to a person.
    static let greatestCount = 5

    private let rule: MatchingRule
    private let likeness: NameLikeness
    private let kind: SourceKind
    private var entries: [Entry] = []
    private var places: [String: [Int]] = [:]

    /// - Complexity: O(n) in the files of the kind.
    init(_ kind: SourceKind, _ rule: MatchingRule, in connection: ReadConnection) throws {
        self.rule = rule
        self.kind = kind
        likeness = NameLikeness(dropping: rule.dropped)
        let plain = NameLikeness(dropping: [])
        var texts: [Int64: [String: String]] = [:]
        let fields = [SourceKind.nameField] + rule.addresses + rule.codes
        try connection.forEachRow(
            """
            SELECT number, field, value FROM source_field WHERE scope = \(SourceProjection.scope(kind.id, .active))
            AND field IN (\(list: fields.map { .text($0) })) AND value IS NOT NULL ORDER BY number, field
            """
        ) { texts[$0.integer(at: 0), default: [:]][$0.optionalText(at: 1) ?? ""] = $0.optionalText(at: 2) }
        let ids = try connection.rows(
            "SELECT number, id FROM source WHERE kind = \(kind.id) AND state = 'active' ORDER BY number"
        ) { ($0.integer(at: 0), $0.optionalText(at: 1) ?? "") }
        for (number, id) in ids {
            let values = texts[number] ?? [:]
            let core = likeness.core(of: values[SourceKind.nameField] ?? "")
            let entry = Entry(
                number: number, id: id, name: NameLikeness.pairs(of: core),
                addresses: rule.addresses.compactMap { values[$0] }.map { NameLikeness.pairs(of: plain.core(of: $0)) },
                codes: codes(in: values))
            for pair in entry.name.keys { places[pair, default: []].append(entries.count) }
            entries.append(entry)
        }
    }

    /// The files that values of a list may mean, the likest first.
    func candidates(for values: [String: String]) -> [SourceMatch.Candidate] {
        let core = likeness.core(of: values[SourceKind.nameField] ?? "")
        let name = NameLikeness.pairs(of: core)
        let plain = NameLikeness(dropping: [])
        let codes = codes(in: values)
        let addresses = rule.addresses.compactMap { values[$0] }.map { NameLikeness.pairs(of: plain.core(of: $0)) }
        let rarest = name.keys.sorted { (places[$0]?.count ?? 0, $0) < (places[$1]?.count ?? 0, $1) }
            .filter { places[$0] != nil }.prefix(Self.searchedPairs)
        let seen = Set(rarest.flatMap { places[$0] ?? [] })
        let found = seen.compactMap { place -> SourceMatch.Candidate? in
            let entry = entries[place]
            // Two right codes that differ are two legal persons, however alike they are called.
            if codes.contains(where: { field, code in entry.codes[field].map { $0 != code } ?? false }) { return nil }
            let nameShare = NameLikeness.percent(name, entry.name)
            let addressShare =
                addresses.flatMap { mine in
                    entry.addresses.map { NameLikeness.percent(mine, $0) }
                }.max() ?? 0
            let isAlike =
                nameShare >= rule.leastName
                || nameShare >= rule.leastNameAtAddress && addressShare >= rule.leastAddress
            return isAlike ? SourceMatch.Candidate(id: entry.id, name: nameShare, address: addressShare) : nil
        }
        let sorted = found.sorted { ($0.name + $0.address, $1.id) > ($1.name + $1.address, $0.id) }
        return Array(sorted.prefix(Self.greatestCount))
    }

    private func codes(in values: [String: String]) -> [String: String] {
        values.filter { field, value in
            guard rule.codes.contains(field), case .code(let check)? = kind.field(field)?.type else { return false }
            return check.fault(of: value) == nil
        }
    }
}

import Standards

/// The versions of one kind of rule, looked up by day. Never the newest, never today.
struct DatedRules<Rule: Sendable>: Sendable {
    /// One version.
    struct Version: Sendable {
        let file: RuleFile
        let rule: Rule
    }

    /// The kind of rule, by which an error names it.
    let name: String
    private(set) var versions: [Version] = []

    init(_ name: String) {
        self.name = name
    }

    mutating func add(_ rule: Rule, of file: RuleFile) {
        versions.append(Version(file: file, rule: rule))
    }

    /// The version in force on a day; the bureau's own before the bundled one.
    func inForce(on date: CivilDate) throws(CatalogError) -> Rule {
        let candidates = versions.filter { $0.file.header.effective.contains(date) }
        guard let found = candidates.first(where: \.file.isOverlay) ?? candidates.first else {
            throw CatalogError(.nothingInForce, rule: name, date: date)
        }
        return found.rule
    }

    /// The only version with an id.
    func rule(id: String) throws(CatalogError) -> Rule {
        let found = versions.filter { $0.file.header.id == id }
        guard let first = found.first else { throw CatalogError(.unknownRule, rule: id) }
        guard found.count == 1 else { throw CatalogError(.severalVersions, rule: id) }
        return first.rule
    }

    /// The version with an id that is in force on a day.
    func rule(id: String, on date: CivilDate) throws(CatalogError) -> Rule {
        let found = versions.filter { $0.file.header.id == id }
        guard !found.isEmpty else { throw CatalogError(.unknownRule, rule: id) }
        let candidates = found.filter { $0.file.header.effective.contains(date) }
        guard let version = candidates.first(where: \.file.isOverlay) ?? candidates.first else {
            throw CatalogError(.nothingInForce, rule: id, date: date)
        }
        return version.rule
    }

    /// Faults of two versions in one layer, whatever their ids, that hold on the same day.
    var overlaps: [CatalogFault] {
        var faults: [CatalogFault] = []
        let sorted = versions.sorted { $0.file.header.effective.from < $1.file.header.effective.from }
        for isOverlay in [false, true] {
            let layer = sorted.filter { $0.file.isOverlay == isOverlay }
            for (earlier, later) in zip(layer, layer.dropFirst())
            where earlier.file.header.effective.overlaps(later.file.header.effective)
                && earlier.file.header.id != later.file.header.id
            {
                faults.append(
                    CatalogFault(
                        file: later.file.path, line: later.file.line(of: "effective"),
                        .overlaps(other: earlier.file.path)))
            }
        }
        return faults
    }
}

import Standards

/// The versions of one kind of rule, looked up by day. Never the newest, never today.
struct DatedRules: Sendable {
    /// One version.
    struct Version: Sendable {
        let file: RuleFile
        let rule: any Sendable
    }

    let kind: AnyRuleKind
    private(set) var versions: [Version] = []

    init(_ kind: AnyRuleKind) {
        self.kind = kind
    }

    mutating func add(_ rule: any Sendable, of file: RuleFile) {
        versions.append(Version(file: file, rule: rule))
    }

    /// The version in force on a day; the bureau's own before the bundled one.
    func inForce(on date: CivilDate) throws(CatalogError) -> Version {
        let candidates = versions.filter { $0.file.header.effective.contains(date) }
        guard let found = candidates.first(where: \.file.isOverlay) ?? candidates.first else {
            throw CatalogError(.nothingInForce, rule: kind.key, date: date)
        }
        return found
    }

    /// The only version with an id.
    func version(id: String) throws(CatalogError) -> Version {
        let found = versions.filter { $0.file.header.id == id }
        guard let first = found.first else { throw CatalogError(.unknownRule, rule: id) }
        guard found.count == 1 else { throw CatalogError(.severalVersions, rule: id) }
        return first
    }

    /// The version with an id that is in force on a day.
    func version(id: String, on date: CivilDate) throws(CatalogError) -> Version {
        let found = versions.filter { $0.file.header.id == id }
        guard !found.isEmpty else { throw CatalogError(.unknownRule, rule: id) }
        let candidates = found.filter { $0.file.header.effective.contains(date) }
        guard let version = candidates.first(where: \.file.isOverlay) ?? candidates.first else {
            throw CatalogError(.nothingInForce, rule: id, date: date)
        }
        return version
    }

    /// Faults of two versions in one layer, whatever their ids, that hold on the same day.
    var overlaps: [CatalogFault] {
        guard !kind.mayStandBeside else { return [] }
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

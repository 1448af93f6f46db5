package import Catalog
import Registry
package import Standards

/// The automatic checks of a day: rules of the catalog, the bureau's own among them.
package struct CheckRules: Sendable {
    /// Where their files lie.
    package static let folder = "monitoring/checks"

    /// By id.
    package let all: [CheckRule]

    /// The rules in force on a day: the day of the data.
    ///
    /// - Throws: `CatalogError` with the faults of all files.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        try self.init(catalog.files(under: Self.folder, on: date), catalog: catalog) { _ in date }
    }

    /// The same, made once of a catalog and day.
    package static func inForce(of catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) -> CheckRules {
        try catalog.reading("checks \(date)") { () throws(CatalogError) -> CheckRules in
            try CheckRules(catalog, on: date)
        }
    }

    /// Some of the rules, by id.
    private init(_ rules: [CheckRule]) { all = rules }

    private init(
        _ files: [RuleFile], catalog: RuleCatalog, day: (RuleFile) -> CivilDate
    ) throws(CatalogError) {
        let kinds = ObjectKind.allCases.filter(\.isWatchedByDevices).map(\.rawValue)
        var rules: [CheckRule] = []
        var faults: [CatalogFault] = []
        for file in files {
            let reader = RuleReader(file)
            if let rule = CheckRule.read(file, with: reader, catalog: catalog, on: day(file)) {
                rules.append(rule)
                for kind in rule.kinds.subtracting(kinds).sorted() {
                    reader.refuse(
                        file.node, .notAllowed(key: "kinds", value: kind, nearest: nil, allowed: kinds))
                }
            }
            faults += reader.faults
        }
        guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults.sorted()) }
        all = rules
    }

    /// Every fault of every version of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        do throws(CatalogError) {
            _ = try CheckRules(catalog.files(under: folder), catalog: catalog) { $0.header.effective.from }
            return []
        } catch {
            return error.faults
        }
    }

    /// The rules among these ids, or of all where none is named.
    package func only(_ ids: Set<String>) -> CheckRules {
        ids.isEmpty ? self : CheckRules(all.filter { ids.contains($0.header.id) })
    }
}

extension CheckRules {
    /// The rules of a stretch of days on which none comes into or goes out of force.
    package struct Stretch: Sendable {
        package let days: ClosedRange<CivilDate>
        package let rules: CheckRules

        /// The moments of the days.
        var span: Range<Instant> {
            Instant(beijing: days.lowerBound)..<Instant(beijing: days.upperBound.adding(days: 1))
        }
    }

    /// The rules day by day, days with the same rules together.
    ///
    /// - Throws: `CatalogError` with the faults of the files, `.unknownRule` for an id that no file has.
    package static func stretches(
        of catalog: RuleCatalog, over days: ClosedRange<CivilDate>, only ids: Set<String> = []
    ) throws(CatalogError) -> [Stretch] {
        let known = Set(catalog.files(under: folder).map(\.header.id))
        if let stranger = ids.subtracting(known).min() {
            throw CatalogError(.unknownRule, rule: stranger, alternatives: known.sorted())
        }
        // The rules that files name have days of their own, so any file's boundary may change a test.
        var firsts: Set<CivilDate> = [days.lowerBound]
        for rule in catalog.rules {
            firsts.insert(rule.header.effective.from)
            if let last = rule.header.effective.to { firsts.insert(last.adding(days: 1)) }
        }
        let starts = firsts.filter(days.contains).sorted()
        var stretches: [Stretch] = []
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1].adding(days: -1) : days.upperBound
            stretches.append(Stretch(days: start...end, rules: try CheckRules(catalog, on: start).only(ids)))
        }
        return stretches
    }
}

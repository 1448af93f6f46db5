package import Catalog

/// One rule of automatic checks: a test, for which series, with which parameters for which of them.
package struct CheckRule: Sendable {
    /// A test with the parameters of some items and stations.
    struct Row: Sendable {
        /// Empty for all of the rule.
        let items: Set<String>
        /// Empty for all of the rule.
        let stations: Set<String>
        let test: CheckTest
        let parameters: [CheckParameter]

        func holds(_ series: CheckSeries) -> Bool {
            (items.isEmpty || items.contains(series.item)) && (stations.isEmpty || stations.contains(series.station))
        }
    }

    package let header: RuleHeader
    package let kind: CheckKind
    /// The kinds of watched objects.
    let kinds: Set<String>
    /// Lengths of periods in seconds; empty for all.
    let lengths: Set<Int>
    /// The items; empty where every row names its own.
    let items: Set<String>
    /// The stations; empty for all.
    let stations: Set<String>
    /// The first that fits a series holds.
    let rows: [Row]

    /// How findings cite it.
    package var reference: CheckReference {
        CheckReference(id: header.id, title: header.title, version: header.effective.from, kind: kind)
    }

    /// The test of a series; nil when the rule is not for it.
    func row(for series: CheckSeries) -> Row? {
        guard kinds.contains(series.kind), lengths.isEmpty || lengths.contains(series.seconds),
            items.isEmpty || items.contains(series.item), stations.isEmpty || stations.contains(series.station)
        else { return nil }
        return rows.first { $0.holds(series) }
    }
}

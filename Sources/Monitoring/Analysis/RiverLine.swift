import Ledger
package import Registry
package import Standards

/// A river with its sections in the order of the water, and what it carries over the district's borders.
package struct RiverLine: Sendable {
    /// Which border of the district a section stands at.
    package enum Border: String, Sendable {
        case inflow = "入境"
        case outflow = "出境"
    }

    /// A section on the line.
    package struct Section: Sendable {
        package let object: RegisteredObject
        /// Along the river from where its kilometres are counted; nil where it is not registered.
        package let kilometre: ExactDecimal?
        package let border: Border?
    }

    /// The mean of an item at the outflow over that at the inflow.
    package struct Ratio: Sendable {
        package let item: WaterItem
        package let inflow: Rational
        package let outflow: Rational
        /// Exact; above one the water leaves with more than it came with. Nil where it came with none.
        package let ratio: Rational?
    }

    package let name: String
    package let sections: [Section]

    /// Whether every section has its kilometre, so that the line can be drawn to scale.
    package var isToScale: Bool { sections.count > 1 && sections.allSatisfy { $0.kilometre != nil } }

    /// The rivers of some sections, by name; standing water has no line.
    package static func rivers(of sections: [RegisteredObject]) -> [RiverLine] {
        let flowing = sections.filter { !["lake", "湖泊", "水库"].contains($0.text("bodyKind")) }
        let byName = Dictionary(grouping: flowing) { $0.text("waterBody") }
        return byName.keys.sorted().filter { !$0.isEmpty }.map { name in
            let all = (byName[name] ?? []).map { object in
                Section(
                    object: object, kilometre: ExactDecimal(object.text("riverKilometre")),
                    border: Border(rawValue: object.text("boundary")))
            }
            let isToScale = all.allSatisfy { $0.kilometre != nil }
            return RiverLine(
                name: name,
                sections: all.sorted { left, right in
                    if isToScale, let first = left.kilometre, let second = right.kilometre, first != second {
                        return first < second
                    }
                    return (order(left.object), left.object.id) < (order(right.object), right.object.id)
                })
        }
    }

    private static func order(_ object: RegisteredObject) -> Int64 { object.fields["order"]?.integer ?? .max }

    /// The ratios of a month: the items of which both borders have an exact mean, in the order of the standard.
    ///
    /// With several sections at a border the ratio of plain means is not that of loads, so that only a single section on
    /// each side is compared; nil where there is not exactly one on each side.
    package func ratios(_ months: [String: WaterSectionMonth]) -> [Ratio]? {
        let inflows = sections.filter { $0.border == .inflow }
        let outflows = sections.filter { $0.border == .outflow }
        guard inflows.count == 1, outflows.count == 1, let inflow = inflows.first, let outflow = outflows.first else {
            return nil
        }
        let before = Self.means(months[inflow.object.id])
        let after = Self.means(months[outflow.object.id])
        return before.keys.sorted().compactMap { item in
            guard let first = before[item], let second = after[item] else { return nil }
            return Ratio(item: item, inflow: first, outflow: second, ratio: first.isZero ? nil : try? second / first)
        }
    }

    private static func means(_ month: WaterSectionMonth?) -> [WaterItem: Rational] {
        let pairs = (month?.items ?? []).compactMap { item in item.mean.map { (item.item, $0) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

import Standards

/// Puts what rules found about a day of stations together as questions: each stretch of hours of an item once.
struct AirQuestions {
    /// By station, first hour and item.
    let all: [AirFinding]

    /// Findings of one item of one station whose hours lie within the first one's.
    private struct Group {
        let station: String
        var items: [AirItem]
        var hours: ClosedRange<Int>
        var reasons: [CheckFinding]

        var kinds: Set<CheckKind> { Set(reasons.map(\.rule.kind)) }
    }

    /// What a kind of test speaks of; a question speaks of one of them.
    private enum Matter {
        case value
        case silence
        /// The state of the instrument over a time.
        case instrument
        case hint

        init(_ kind: CheckKind) {
            switch kind {
            case .missing: self = .silence
            case .drift, .marks: self = .instrument
            default: self = kind.isHint ? .hint : .value
            }
        }
    }

    /// The same happens to all items at once: one question.
    private static let shared: Set<CheckKind> = [.missing, .restart, .flags]
    /// They also find the way back from a value that is asked about already.
    private static let edges: Set<CheckKind> = [.rate, .step]

    init(_ findings: [CheckFinding], on day: Period) {
        let stations = Dictionary(grouping: findings, by: \.station)
        all = stations.keys.sorted().flatMap { station in
            Self.questions(stations[station] ?? [], of: station, on: day)
        }
    }

    private static func questions(_ findings: [CheckFinding], of station: String, on day: Period) -> [AirFinding] {
        let placed = findings.compactMap { finding in
            AirItem(rawValue: finding.item).flatMap { item in
                hours(of: finding.span, on: day).map { (item: item, hours: $0, finding: finding) }
            }
        }
        let single = placed.filter { place in
            !edges.contains(place.finding.rule.kind) && Matter(place.finding.rule.kind) == .value
        }
        let asked = Set(single.flatMap { place in place.hours.map { Place(item: place.item, hour: $0) } })
        let kept = placed.filter { place in
            guard edges.contains(place.finding.rule.kind) else { return true }
            let hour = place.hours.lowerBound
            return asked.contains(Place(item: place.item, hour: hour))
                || !asked.contains(Place(item: place.item, hour: hour - 1))
        }
        var groups: [Group] = []
        let longestFirst = kept.enumerated().sorted {
            ($1.element.hours.count, $0.offset) < ($0.element.hours.count, $1.offset)
        }.map(\.element)
        for (item, hours, finding) in longestFirst {
            let place = groups.firstIndex { group in
                group.items == [item] && group.hours.lowerBound <= hours.lowerBound
                    && hours.upperBound <= group.hours.upperBound
                    && Matter(group.reasons[0].rule.kind) == Matter(finding.rule.kind)
            }
            if let place {
                groups[place].reasons.append(finding)
            } else {
                groups.append(Group(station: station, items: [item], hours: hours, reasons: [finding]))
            }
        }
        return joined(lengthened(groups)).map { group in
            let others = group.reasons.flatMap(\.items).compactMap(AirItem.init).filter { !group.items.contains($0) }
            let extra = Set(others).sorted()
            return AirFinding(
                station: station, items: group.items.sorted() + extra, hours: group.hours, reasons: group.reasons)
        }.sorted {
            ($0.hours.lowerBound, $0.items.first?.ordinal ?? 0) < ($1.hours.lowerBound, $1.items.first?.ordinal ?? 0)
        }
    }

    private struct Place: Hashable {
        let item: AirItem
        let hour: Int
    }

    /// Hours of one item that follow one another and are asked about by the same rule are one question.
    private static func lengthened(_ groups: [Group]) -> [Group] {
        var result: [Group] = []
        for group in groups.sorted(by: { $0.hours.lowerBound < $1.hours.lowerBound }) {
            let place = result.lastIndex { before in
                before.items == group.items && before.hours.upperBound + 1 == group.hours.lowerBound
                    && Matter(before.reasons[0].rule.kind) == .value && !before.kinds.isDisjoint(with: group.kinds)
            }
            if let place {
                result[place].hours = result[place].hours.lowerBound...group.hours.upperBound
                result[place].reasons += group.reasons
            } else {
                result.append(group)
            }
        }
        return result
    }

    /// Groups of what happens to all items at once become one.
    private static func joined(_ groups: [Group]) -> [Group] {
        var result: [Group] = []
        for group in groups {
            let place =
                group.kinds.isSubset(of: shared)
                ? result.firstIndex { $0.kinds == group.kinds && $0.hours == group.hours } : nil
            if let place {
                result[place].items += group.items
                result[place].reasons += group.reasons
            } else {
                result.append(group)
            }
        }
        return result
    }

    /// The hours of the day that a span touches; nil for none.
    private static func hours(of span: Period, on day: Period) -> ClosedRange<Int>? {
        let first = max(0, Int(day.start.seconds(until: span.start)) / 3_600)
        let last = min(24, (Int(day.start.seconds(until: span.end)) + 3_599) / 3_600)
        return first < last ? (first + 1)...last : nil
    }
}

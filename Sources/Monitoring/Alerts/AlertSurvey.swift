package import Catalog
import Registry
package import Standards
package import Storage

/// Finds the alerts of a day: by findings of the automatic checks, by limits, by rises. Reads, decides nothing, writes nothing.
package struct AlertSurvey {
    private static let hourSeconds = 3_600
    /// What the checks look back at.
    private static let lookBackHours = 72

    private let day: CivilDate
    private let span: Range<Instant>
    private let objects: [RegisteredObject]
    private let rules: [AlertRule]
    private let connection: ReadConnection
    private let catalog: RuleCatalog

    /// - Parameter now: later moments are not due.
    /// - Throws: `CatalogError` with the faults of the rules.
    package init(_ day: CivilDate, now: Instant, catalog: RuleCatalog, in connection: ReadConnection) throws {
        self.day = day
        let start = Instant(beijing: day)
        let hour = Instant(secondsSince1970: now.secondsSince1970 - now.secondsSince1970 % 3_600)
        span = start..<max(start, min(Instant(beijing: day.adding(days: 1)), hour))
        rules = try AlertRule.rules(catalog, on: day)
        // What a national file brought in is watched by those it belongs to.
        objects = try ObjectKind.allCases.filter(\.isWatchedByDevices).flatMap {
            try RegistryStore.objects($0, in: connection)
        }.filter { $0.text("origin") != "import" }
        self.connection = connection
        self.catalog = catalog
    }

    /// Everything found, suppressed ones among it, in the order of time and identity.
    package func candidates() throws -> [AlertCandidate] {
        guard !span.isEmpty else { return [] }
        var found = try ofChecks()
        for rule in rules {
            if !rule.above.isEmpty || !rule.rise.isEmpty { found += try ofHours(rule) }
            if rule.takesRegisteredLimits { found += try ofOutlets(rule) }
        }
        let once = Dictionary(found.map { ($0.identity, $0) }) { $0.until < $1.until ? $1 : $0 }
        let sorted = once.values.sorted {
            ($0.identity.start, $0.identity.id) < ($1.identity.start, $1.identity.id)
        }
        return try AlertSuppression(rules: rules, objects: objects, in: connection).applied(to: sorted)
    }

    private func watched(by rule: AlertRule) -> [RegisteredObject] {
        objects.filter { rule.objects.contains($0.kind.rawValue) }
    }

    // MARK: Findings of the checks

    private func ofChecks() throws -> [AlertCandidate] {
        let wanted = rules.filter { !$0.checks.isEmpty }
        guard !wanted.isEmpty else { return [] }
        let kinds = Set(wanted.flatMap(\.objects))
        // Due from before the day on, so that a stretch keeps the beginning it had on the day before, and with it its identity.
        let due = span.lowerBound.adding(seconds: -Self.lookBackHours * Self.hourSeconds)..<span.upperBound
        let field = try CheckFieldStore.field(
            of: objects.filter { kinds.contains($0.kind.rawValue) }, seconds: [Self.hourSeconds, 14_400], due: due,
            lookBackHours: 0, catalog: catalog, in: connection)
        let checks = try CheckRules.inForce(of: catalog, on: day).only(Set(wanted.flatMap(\.checks)))
        let findings = CheckEngine.report(field, rules: checks, judged: span).findings
        let byId = Dictionary(objects.map { ($0.id, $0) }) { $1 }
        return findings.flatMap { finding -> [AlertCandidate] in
            guard let object = byId[finding.station] else { return [] }
            // What was not there at the beginning may be new: of it nobody can say since when it is silent.
            if finding.rule.kind == .missing, finding.span.start <= due.lowerBound { return [] }
            return wanted.filter { $0.checks.contains(finding.rule.id) && $0.objects.contains(object.kind.rawValue) }
                .map { rule in candidate(finding, of: object, by: rule) }
        }
    }

    private func candidate(_ finding: CheckFinding, of object: RegisteredObject, by rule: AlertRule) -> AlertCandidate {
        let start = finding.span.start
        let prefix = rule.kind == .silence ? "silent" : "device"
        return AlertCandidate(
            identity: AlertIdentity(rule: rule.header.id, object: object.id, item: finding.item, start: start),
            kind: rule.kind, until: min(finding.span.end, span.upperBound), value: finding.value?.description ?? "",
            text: finding.sentence, cause: "\(prefix)/\(object.id)/\(start.beijingDate)", answerHours: rule.answerHours,
            suppressed: "", isSampled: false)
    }

    // MARK: Limits and rises of hours

    private func ofHours(_ rule: AlertRule) throws -> [AlertCandidate] {
        var found: [AlertCandidate] = []
        // A stretch that began before midnight keeps its beginning, and so its identity.
        let from = span.lowerBound.adding(seconds: -Self.lookBackHours * Self.hourSeconds)
        let items = Set(rule.above.keys).union(rule.rise.keys)
        let keys = watched(by: rule).flatMap { object in
            items.map { SeriesKey(object: object.id, item: $0, seconds: Self.hourSeconds) }
        }
        let series = try AnalysisHourStore.hours(of: keys, from: from, to: span.upperBound, in: connection)
        let objects = Dictionary(watched(by: rule).map { ($0.id, $0) }) { first, _ in first }
        for (key, hours) in series {
            guard let object = objects[key.object] else { continue }
            if let limit = rule.above[key.item] {
                for run in AlertRuns.above(limit, hours, least: rule.hours) {
                    found += candidate(run, key.item, of: object, by: rule, "高于 \(limit)")
                }
            }
            if let rise = rule.rise[key.item] {
                for run in AlertRuns.rising(by: rise, hours, over: rule.hours) {
                    found += candidate(run, key.item, of: object, by: rule, "逐时上升，累计不少于 \(rise)")
                }
            }
        }
        return found
    }

    private func candidate(
        _ run: AlertRuns.Run, _ item: String, of object: RegisteredObject, by rule: AlertRule, _ words: String
    ) -> [AlertCandidate] {
        guard run.end > span.lowerBound else { return [] }
        let name = AirItem(rawValue: item)?.displayName ?? item
        return [
            AlertCandidate(
                identity: AlertIdentity(rule: rule.header.id, object: object.id, item: item, start: run.start),
                kind: rule.kind, until: run.end, value: run.highest.description,
                text: "\(name) 连续 \(run.hours) 小时\(words)，最高 \(run.highest)",
                cause: "air/\(item)/\(run.start.beijingDate)", answerHours: rule.answerHours, suppressed: "",
                isSampled: false)
        ]
    }

    // MARK: Outlets

    private func ofOutlets(_ rule: AlertRule) throws -> [AlertCandidate] {
        let leads = try OutletStore.leads(of: watched(by: rule), from: day, to: day, in: connection)
        return leads.flatMap { lead in
            lead.items.compactMap { item -> AlertCandidate? in
                let hours = item.hoursOver.filter { span.contains($0.start) }
                guard let first = hours.first?.start, let last = hours.last?.start else { return nil }
                let value = item.extreme?.description ?? ""
                return AlertCandidate(
                    identity: AlertIdentity(
                        rule: rule.header.id, object: lead.outlet.id, item: item.limit.item, start: first),
                    kind: rule.kind, until: last.adding(seconds: Self.hourSeconds), value: value,
                    text: "\(item.limit.name) \(hours.count) 小时超过限值 \(item.limit.limit)，最高 \(value)",
                    cause: "outlet/\(lead.outlet.id)/\(day)", answerHours: rule.answerHours, suppressed: "",
                    isSampled: false)
            }
        }
    }
}

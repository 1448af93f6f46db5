import Catalog
import Registry
import Standards
import Storage

/// Decides which alerts are not brought before a person, and says why. Nothing is dropped: the reason is kept with the alert.
struct AlertSuppression {
    private let rules: [String: AlertRule]
    private let stations: Int
    private let connection: ReadConnection

    init(rules: [AlertRule], objects: [RegisteredObject], in connection: ReadConnection) {
        self.rules = Dictionary(rules.map { ($0.header.id, $0) }) { $1 }
        stations = objects.count { $0.kind == .station }
        self.connection = connection
    }

    func applied(to candidates: [AlertCandidate]) throws -> [AlertCandidate] {
        try candidates.map { candidate in
            var candidate = candidate
            guard let rule = rules[candidate.identity.rule] else { return candidate }
            candidate.suppressed = try reason(candidate, rule, candidates) ?? ""
            candidate.isSampled =
                !candidate.suppressed.isEmpty && candidate.identity.isSampled(oneIn: rule.sampleOneIn)
            return candidate
        }
    }

    private func reason(
        _ candidate: AlertCandidate, _ rule: AlertRule, _ all: [AlertCandidate]
    ) throws -> String? {
        if rule.isOnePerObject, let reason = object(candidate, all) { return reason }
        if let share = rule.districtShare, let reason = district(candidate, share, all) { return reason }
        guard let hours = rule.repeatHours else { return nil }
        let since = candidate.identity.start.adding(seconds: -hours * 3_600)
        let isRepeated = try AlertStore.wasFalse(
            candidate.identity, since: since, in: connection)
        return isRepeated ? "\(hours) 小时内同样的预警已判为误报" : nil
    }

    /// The first item of an object that lost all of them at once stands for the others.
    private func object(_ candidate: AlertCandidate, _ all: [AlertCandidate]) -> String? {
        let alike = all.filter {
            $0.identity.rule == candidate.identity.rule && $0.identity.object == candidate.identity.object
                && $0.identity.start == candidate.identity.start
        }
        guard let first = alike.map(\.identity.item).min(), first != candidate.identity.item else { return nil }
        return "同一对象 \(alike.count) 项同时开始，由 \(AirItem(rawValue: first)?.displayName ?? first) 一条代表"
    }

    /// The first station of a rise of the whole district stands for the others.
    private func district(_ candidate: AlertCandidate, _ share: Rational, _ all: [AlertCandidate]) -> String? {
        let alike = all.filter {
            $0.identity.rule == candidate.identity.rule && $0.identity.item == candidate.identity.item
                && $0.cause == candidate.cause
        }
        let places = Set(alike.map(\.identity.object))
        guard stations > 1, places.count > 1, Rational(places.count) >= share * Rational(stations),
            let first = alike.first, first.identity.object != candidate.identity.object
        else { return nil }
        return "\(stations) 个站中 \(places.count) 个同日出现，按区域过程处理，由最早的一条代表"
    }
}

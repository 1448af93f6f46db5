import Law
import Ledger
import Standards

extension Charge {
    static let kind = "case-charge"

    /// - Parameters:
    ///   - follows: the record that the person had on screen; nil of a charge not stated before.
    ///   - reason: why it is changed.
    func body(after follows: Int64?, reason: String, isRemoved: Bool) -> CanonicalValue {
        [
            "kind": .string(Self.kind), "version": 1, "item": .string(id), "follows": RecordPart.record(follows),
            "violation": .string(violation), "from": RecordPart.day(conduct.start), "to": RecordPart.day(conduct.end),
            "continuing": .bool(isContinuing), "facts": .string(facts), "tiers": RecordPart.words(tiers),
            "base": RecordPart.money(base), "refused": .bool(hasRefused), "serious": .bool(isSerious),
            "harmful": .bool(hasCausedHarm), "discovered": RecordPart.day(discovered),
            "measured": RecordPart.named(measured.mapValues(\.description)), "reason": .string(reason),
            "removed": .bool(isRemoved),
        ]
    }

    /// Reads what a record says; nil when it is none.
    init?(_ body: CanonicalValue, sequence: Int64 = 0) {
        guard body["kind"]?.text == Self.kind, let id = body["item"]?.text,
            let violation = body["violation"]?.text, let from = RecordPart.day(of: body["from"]),
            let to = RecordPart.day(of: body["to"]), let conduct = try? Conduct(start: from, end: to),
            let facts = body["facts"]?.text, let tiers = RecordPart.words(of: body["tiers"]),
            let measured = RecordPart.named(of: body["measured"]), let continuing = body["continuing"]?.bool,
            let refused = body["refused"]?.bool, let serious = body["serious"]?.bool,
            let harmful = body["harmful"]?.bool
        else { return nil }
        self.init(id: id, violation: violation, conduct: conduct, facts: facts)
        isContinuing = continuing
        self.tiers = tiers
        base = RecordPart.money(of: body["base"])
        hasRefused = refused
        isSerious = serious
        hasCausedHarm = harmful
        discovered = RecordPart.day(of: body["discovered"])
        for (metric, text) in measured {
            guard let amount = Rational(text) else { return nil }
            self.measured[metric] = amount
        }
        self.sequence = sequence
    }
}

extension Charge.LawDecision {
    static let kind = "case-law"

    func body(of charge: String, after follows: Int64) -> CanonicalValue {
        [
            "kind": .string(Self.kind), "version": 1, "item": .string(charge), "follows": .integer(follows),
            "provision": RecordPart.day(provision), "reason": .string(reason), "person": .string(person),
        ]
    }

    /// Reads what a record says; nil when it is none.
    init?(_ body: CanonicalValue) {
        guard body["kind"]?.text == Self.kind, let provision = RecordPart.day(of: body["provision"]),
            let reason = body["reason"]?.text, let person = body["person"]?.text
        else { return nil }
        self.init(provision: provision, reason: reason, person: person)
    }
}

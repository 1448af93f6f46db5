import Ledger
import Standards

extension MatterOpening {
    /// As a record holds it.
    var members: [String: CanonicalValue] {
        var members: [String: CanonicalValue] = [
            "procedure": .string(procedure), "version": .day(version), "origin": origin.canonical,
            "state": .text(state), "carried": .array(carried.map(\.canonical)),
            "clockDays": .named("clock", clockDays.mapValues(\.description), "day"),
            "facts": FactValue.canonical(facts), "handler": handler?.canonical ?? .null,
        ]
        if let follows { members["follows"] = .string(follows.rawValue) }
        if !past.isEmpty { members["past"] = .array(past.map(\.canonical)) }
        return members
    }

    /// Reads it out of a record; nil when it is none.
    init?(canonical value: CanonicalValue) {
        guard let procedure = value["procedure"]?.text, let version = value["version"]?.day,
            let origin = value["origin"].flatMap({ Origin(canonical: $0) }),
            let carried = value["carried"]?.list({ CarriedClock(canonical: $0) }),
            let clockDays = value["clockDays"]?.byName("clock", { $0["day"]?.day }),
            let facts = FactValue.facts(value["facts"]),
            let past = (value["past"] ?? .array([])).list({ PastStep(canonical: $0) })
        else { return nil }
        self.init(procedure: procedure, version: version)
        self.origin = origin
        state = value["state"]?.text
        self.carried = carried
        self.past = past
        follows = value["follows"]?.text.map { MatterID(rawValue: $0) }
        self.clockDays = clockDays
        self.facts = facts
        handler = value["handler"].flatMap { MatterHandler(canonical: $0) }
    }
}

extension MatterOpening.Origin {
    var canonical: CanonicalValue {
        switch self {
        case .new: ["is": "new", "from": .null]
        case .imported: ["is": "imported", "from": .null]
        case .split(let matter): ["is": "split", "from": .string(matter.rawValue)]
        }
    }

    init?(canonical value: CanonicalValue) {
        switch value["is"]?.text {
        case "new": self = .new
        case "imported": self = .imported
        case "split":
            guard let matter = value["from"]?.text else { return nil }
            self = .split(from: MatterID(rawValue: matter))
        default: return nil
        }
    }
}

extension MatterHandler {
    var canonical: CanonicalValue { ["person": .string(person), "role": .string(role), "unit": .string(unit)] }

    init?(canonical value: CanonicalValue) {
        guard let person = value["person"]?.text, let role = value["role"]?.text, let unit = value["unit"]?.text
        else { return nil }
        self.init(person: person, role: role, unit: unit)
    }
}

extension PastStep {
    var canonical: CanonicalValue {
        [
            "day": .day(day), "action": .text(action), "words": .string(words), "persons": .words(persons),
            "papers": .words(papers),
        ]
    }

    init?(canonical value: CanonicalValue) {
        guard let day = value["day"]?.day, let words = value["words"]?.text, let persons = value["persons"]?.words,
            let papers = value["papers"]?.words
        else { return nil }
        self.init(day: day, action: value["action"]?.text, words: words)
        self.persons = persons
        self.papers = papers
    }
}

extension CarriedClock {
    var canonical: CanonicalValue {
        [
            "clock": .string(clock), "origin": .text(origin?.rawValue), "started": .moment(started),
            "countsFrom": .day(countsFrom), "variant": .text(variant),
            "pauses": .array(pauses.map(\.canonical)), "extensions": .integer(Int64(extensions)),
        ]
    }

    init?(canonical value: CanonicalValue) {
        guard let clock = value["clock"]?.text, let started = value["started"]?.moment,
            let countsFrom = value["countsFrom"]?.day, let pauses = value["pauses"]?.list({ ClockRest(canonical: $0) }),
            let extensions = value["extensions"]?.integer, (0...99).contains(extensions)
        else { return nil }
        let origin = value["origin"]?.text.map { MatterID(rawValue: $0) }
        self.init(clock: clock, origin: origin, started: started, countsFrom: countsFrom)
        variant = value["variant"]?.text
        self.pauses = pauses
        self.extensions = Int(extensions)
    }
}

extension ClockRest {
    var canonical: CanonicalValue {
        [
            "ground": .string(ground), "from": .moment(from), "to": .text(to?.description),
            "person": .string(person),
        ]
    }

    init?(canonical value: CanonicalValue) {
        guard let ground = value["ground"]?.text, let from = value["from"]?.moment, let person = value["person"]?.text
        else { return nil }
        let to = value["to"]?.text
        if let to, Instant(to) == nil { return nil }
        self.init(ground: ground, from: from, to: to.flatMap { Instant($0) }, person: person)
    }
}

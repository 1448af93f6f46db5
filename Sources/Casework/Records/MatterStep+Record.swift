import Ledger
import Standards

extension MatterStep {
    /// As a record holds it.
    var members: [String: CanonicalValue] {
        [
            "action": .string(action), "facts": FactValue.canonical(facts),
            "officers": .array(officers.map(\.canonical)), "papers": .words(papers.sorted()),
            "confirmations": .array(
                confirmations.sorted { $0.key < $1.key }.map { $0.value.canonical(of: $0.key) }),
            "clockDays": .named("clock", clockDays.mapValues(\.description), "day"),
            "variants": .named("clock", variants, "case"),
        ]
    }

    /// Reads it out of a record; nil when it is none.
    init?(canonical value: CanonicalValue) {
        guard let action = value["action"]?.text, let facts = FactValue.facts(value["facts"]),
            let officers = value["officers"]?.list({ Officer(canonical: $0) }), let papers = value["papers"]?.words,
            let confirmations = value["confirmations"]?.byName("name", { MatterConfirmation(canonical: $0) }),
            let clockDays = value["clockDays"]?.byName("clock", { $0["day"]?.day }),
            let variants = value["variants"]?.byName("clock", { $0["case"]?.text })
        else { return nil }
        self.init(action)
        self.facts = facts
        self.officers = officers
        self.papers = Set(papers)
        self.confirmations = confirmations
        self.clockDays = clockDays
        self.variants = variants
    }
}

extension Officer {
    var canonical: CanonicalValue {
        ["person": .string(person), "certificate": .string(certificate), "valid": .days(valid)]
    }

    init?(canonical value: CanonicalValue) {
        guard let person = value["person"]?.text, let certificate = value["certificate"]?.text,
            let valid = value["valid"]?.days
        else { return nil }
        self.init(person: person, certificate: certificate, valid: valid)
    }
}

extension MatterConfirmation {
    func canonical(of name: String) -> CanonicalValue {
        [
            "name": .string(name), "person": .string(person), "role": .string(role), "reason": .string(reason),
            "paper": .text(paper),
        ]
    }

    init?(canonical value: CanonicalValue) {
        guard let person = value["person"]?.text, let role = value["role"]?.text, let reason = value["reason"]?.text
        else { return nil }
        self.init(person: person, role: role, reason: reason, paper: value["paper"]?.text)
    }
}

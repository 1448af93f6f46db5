import Ledger
import Standards

extension MatterEntry {
    /// As a record holds it; when it was put on record its header says.
    var canonical: CanonicalValue {
        [
            "number": .integer(Int64(number)), "happened": .moment(happened), "person": .string(person),
            "role": .string(role), "unit": .string(unit), "onBehalfOf": .text(onBehalfOf),
            "backfill": backfill?.canonical ?? .null, "act": act.canonical,
        ]
    }

    /// Reads it out of a record; nil when it is none.
    ///
    /// - Parameter recorded: when it was put on record.
    init?(canonical value: CanonicalValue, recorded: Instant) {
        guard let number = value["number"]?.integer.flatMap({ Int(exactly: $0) }), number > 0,
            let happened = value["happened"]?.moment, let person = value["person"]?.text,
            let role = value["role"]?.text, let unit = value["unit"]?.text,
            let act = value["act"].flatMap({ MatterAct(canonical: $0) })
        else { return nil }
        self.init(
            number: number, recorded: recorded, happened: happened, person: person, role: role, unit: unit,
            onBehalfOf: value["onBehalfOf"]?.text,
            backfill: value["backfill"].flatMap { Backfill(canonical: $0) }, act: act)
    }
}

extension Backfill {
    var canonical: CanonicalValue { ["reason": .string(reason), "papers": .words(papers)] }

    init?(canonical value: CanonicalValue) {
        guard let reason = value["reason"]?.text, let papers = value["papers"]?.words else { return nil }
        self.init(reason: reason, papers: papers)
    }
}

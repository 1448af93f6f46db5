import Casework
import Ledger
import Records
import Storage

/// What a case file holds, made of its entries in their order.
struct CaseFold {
    private(set) var parties: [Party] = []
    private(set) var charges: [Charge] = []
    private(set) var discretions: [Discretion] = []
    private(set) var evidence: [EvidenceItem] = []
    private(set) var disclosures: [Disclosure] = []
    private(set) var opinions: [LegalOpinion] = []
    /// The last entry about each item: what whoever changes it must have seen.
    private(set) var last: [String: Int64] = [:]

    init(_ entries: [CaseEntry]) {
        for entry in entries { apply(entry) }
    }

    /// The same with the facts about people that may still be read.
    func withPersonal(in connection: ReadConnection) throws -> CaseFold {
        var fold = self
        for (place, party) in parties.enumerated() {
            var facts: [String: String] = [:]
            for field in ["name", "code", "address", "representative", "telephone"] {
                facts[field] = try PersonalState.value(field, of: party.sequence, in: connection).text
            }
            fold.parties[place] = party.withPersonal(facts)
        }
        for (place, item) in evidence.enumerated() {
            let found = try PersonalState.value(EvidenceItem.providerField, of: item.sequence, in: connection)
            if let text = found.text { fold.evidence[place].provider = text }
        }
        for (place, opinion) in opinions.enumerated() {
            let found = try PersonalState.value(LegalOpinion.nameField, of: opinion.sequence, in: connection)
            fold.opinions[place].name = found.text ?? ""
        }
        return fold
    }

    private mutating func apply(_ entry: CaseEntry) {
        switch entry.action {
        case CaseFileActions.partyStated, CaseFileActions.partyBrought: apply(party: entry)
        case CaseFileActions.chargeStated: apply(charge: entry)
        case CaseFileActions.lawDecided:
            guard let decision = Charge.LawDecision(entry.body),
                let place = charges.firstIndex(where: { $0.id == entry.item })
            else { return }
            charges[place].choice = decision
            discretions.removeAll { $0.charge == entry.item }
        case CaseFileActions.weighed:
            guard let discretion = Discretion(entry) else { return }
            discretions.removeAll { $0.charge == entry.item }
            discretions.append(discretion)
        case CaseFileActions.evidenceTaken:
            // Numbers follow from the order, so that none is used again and two at once get two.
            guard let item = EvidenceItem(entry, number: evidence.count + 1) else { return }
            evidence.append(item)
        case CaseFileActions.evidenceMoved:
            guard let custody = EvidenceItem.Custody(entry.body), let place = place(ofEvidence: entry.item) else {
                return
            }
            evidence[place].custody.append(custody)
        case CaseFileActions.evidenceExcluded:
            guard let place = place(ofEvidence: entry.item) else { return }
            evidence[place].excluded = entry.body["reason"]?.text
        case CaseFileActions.disclosed:
            guard let disclosure = Disclosure(entry.body, sequence: entry.sequence) else { return }
            disclosures.append(disclosure)
        case CaseFileActions.withdrawn:
            guard let place = disclosures.firstIndex(where: { $0.id == entry.item }),
                let day = RecordPart.day(of: entry.body["day"])
            else { return }
            disclosures[place].withdrawn = Disclosure.Withdrawal(day: day, reason: entry.body["reason"]?.text ?? "")
        case CaseFileActions.opinionGiven:
            guard let opinion = LegalOpinion(entry) else { return }
            opinions.append(opinion)
        default: return
        }
        last[entry.item] = entry.sequence
    }

    private func place(ofEvidence id: String) -> Int? { evidence.firstIndex { $0.id.rawValue == id } }

    private mutating func apply(party entry: CaseEntry) {
        guard let party = Party(entry) else { return }
        let place = parties.firstIndex { $0.id == party.id }
        switch (place, entry.body["removed"]?.bool ?? false) {
        case (let place?, true): parties.remove(at: place)
        case (let place?, false): parties[place] = party
        case (nil, false): parties.append(party)
        case (nil, true): break
        }
    }

    private mutating func apply(charge entry: CaseEntry) {
        guard var charge = Charge(entry.body, sequence: entry.sequence) else { return }
        // A weighing rests on what was charged: it has to be made again.
        discretions.removeAll { $0.charge == charge.id }
        let place = charges.firstIndex { $0.id == charge.id }
        switch (place, entry.body["removed"]?.bool ?? false) {
        case (let place?, true): charges.remove(at: place)
        case (let place?, false):
            let before = charges[place]
            // A choice of law stands as long as violation and days do.
            if before.violation == charge.violation, before.conduct == charge.conduct,
                before.isContinuing == charge.isContinuing
            {
                charge.choice = before.choice
            }
            charges[place] = charge
        case (nil, false): charges.append(charge)
        case (nil, true): break
        }
    }
}

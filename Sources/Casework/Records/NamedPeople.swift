import Accounts
import Records
import Storage

/// The people an act names besides who acts: each is known, in the post and with the certificate that it says.
struct NamedPeople {
    let connection: ReadConnection
    /// Whether the act is entered later than it happened: who confirmed it then may have left since.
    var isBackfill = false

    /// - Throws: `MatterRefusal` with `.notInPost`, `.certificateUnknown`, `.unknownUnit`.
    func check(_ act: MatterAct) throws {
        switch act {
        case .opened(let opening):
            if let handler = opening.handler { try holds(handler) }
            for person in Set(opening.past.flatMap(\.persons)).sorted() {
                guard try AccountStore.person(person, in: connection) != nil else {
                    throw RecordsError(.unknownSubject, field: "past", detail: person)
                }
            }
        case .transferred(let handler, _), .joined(let handler): try holds(handler)
        case .delegated(let person, let role, _):
            guard try AccountStore.accounts(of: person, in: connection).contains(where: { !$0.isDisabled }) else {
                throw MatterRefusal(.notInPost, role, details: [person])
            }
        case .step(let step):
            for officer in step.officers { try isCertified(officer) }
            for (_, confirmation) in step.confirmations.sorted(by: { $0.key < $1.key }) {
                try holds(confirmation.person, confirmation.role, orHeld: isBackfill)
            }
        default: break
        }
    }

    private func holds(_ handler: MatterHandler) throws {
        try holds(handler.person, handler.role)
        guard try AccountStore.unit(handler.unit, in: connection) != nil else {
            throw MatterRefusal(.unknownUnit, details: [handler.unit])
        }
    }

    private func holds(_ person: String, _ role: String, orHeld: Bool = false) throws {
        let accounts = try AccountStore.accounts(of: person, in: connection)
        guard accounts.contains(where: { (orHeld || !$0.isDisabled) && $0.roles.contains(role) }) else {
            throw MatterRefusal(.notInPost, role, details: [person])
        }
    }

    /// The certificate is one of the person's, and the act claims no longer validity than it has.
    private func isCertified(_ officer: Officer) throws {
        let person = try AccountStore.person(officer.person, in: connection)
        let own = person?.certificates.contains { certificate in
            certificate.kind == .enforcement && certificate.number == officer.certificate
                && certificate.isValid(on: officer.valid.upperBound)
        }
        guard own == true else {
            throw MatterRefusal(.certificateUnknown, officer.certificate, details: [officer.person])
        }
    }
}

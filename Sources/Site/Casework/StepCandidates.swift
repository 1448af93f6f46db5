import Accounts
import Casework
import Records
import Standards
import Storage

/// Who may be named in a step: people with certificates, and who is in which post.
struct StepCandidates {
    private static let firstDay = CivilDate.first

    /// Somebody with a certificate of enforcement.
    struct Candidate {
        let value: String
        let label: String
        let officer: Officer
    }

    let officers: [Candidate]
    private let posts: [(id: String, role: String)]

    init(in context: PageContext) throws {
        let connection = context.connection
        officers = try AccountStore.people(in: connection).flatMap { person in
            person.certificates.filter { $0.kind == .enforcement }.map { certificate in
                let last = certificate.validTo ?? CivilDate.last
                return Candidate(
                    value: "\(person.id)|\(certificate.number)",
                    label: "\(person.displayName)　\(certificate.number)"
                        + (certificate.isValid(on: context.today) ? "" : "（\(last) 已过有效期）"),
                    officer: Officer(
                        person: person.id, certificate: certificate.number, valid: Self.firstDay...last))
            }
        }
        posts = try AccountStore.accounts(in: connection).filter { !$0.isDisabled }.flatMap { account in
            account.roles.map { (id: account.person, role: $0) }
        }
    }

    /// Those officers by the values of the form.
    var officersByValue: [String: Officer] {
        Dictionary(officers.map { ($0.value, $0.officer) }, uniquingKeysWith: { first, _ in first })
    }

    /// Who is in one of some posts, each person once.
    func people(in roles: [String]) -> [(id: String, role: String)] {
        var seen: Set<String> = []
        return posts.filter { roles.contains($0.role) && seen.insert($0.id).inserted }
    }

    /// The post of these in which a person is; nil for none.
    func role(of person: String, in roles: [String]) -> String? {
        posts.first { $0.id == person && roles.contains($0.role) }?.role
    }

    /// The visitor's own id where they are in one of the posts; else empty.
    func own(in roles: [String], _ context: PageContext) -> String {
        guard case .signedIn(let visitor) = context.services.visitor, role(of: visitor.person.id, in: roles) != nil
        else { return "" }
        return visitor.person.id
    }
}

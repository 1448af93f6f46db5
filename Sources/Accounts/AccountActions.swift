import Ledger
package import Records
package import Standards
import Storage

/// What may be put on record about units, people and accounts. Secrets stand in none of it: `AccountState` keeps them.
package enum AccountActions {
    /// The right to name units, people, accounts and their posts.
    package static let manage = Permission(rawValue: "accounts.manage")
    /// What everybody may do who can sign in: change the own password, end own sessions. The desk gives it for these actions only.
    package static let useOwn = Permission(rawValue: "accounts.use-own")

    package static let unitRegistered = "accounts.unit.registered"
    package static let personRegistered = "accounts.person.registered"
    package static let accountOpened = "accounts.account.opened"
    package static let accountChanged = "accounts.account.changed"
    /// A password was set, by its owner or by who manages accounts.
    package static let passwordSet = "accounts.password.set"
    /// A second factor was set up or taken away.
    package static let factorSet = "accounts.factor.set"
    /// An account was linked with a person of another system through which people sign in, or unlinked.
    package static let linkSet = "accounts.link.set"
    /// Somebody signed in.
    package static let sessionOpened = "accounts.session.opened"
    /// Somebody signed out, or a session was ended by somebody else.
    package static let sessionEnded = "accounts.session.ended"
    /// What was refused in a minute to one source, by account.
    package static let signInRefused = "accounts.sign-in.refused"
    /// A token for a program was issued.
    package static let tokenIssued = "accounts.token.issued"
    /// A token was taken back.
    package static let tokenRevoked = "accounts.token.revoked"
    /// A file was taken out of the system.
    package static let exported = "accounts.export.made"
    /// A person is away and another one stands in.
    package static let leaveSet = "accounts.leave.set"

    /// The subject of what came from no other machine.
    static let thisMachine = "本机"

    /// Registers a unit, or replaces what is known of it.
    package static func register(unit id: String, name: String, kind: UnitKind, by actor: Actor) -> Action {
        Action(
            actor: actor, name: unitRegistered, subject: id,
            body: ["kind": "unit", "version": 1, "name": .string(name), "unitKind": .string(kind.rawValue)])
    }

    /// Registers a person, or replaces what is known of them.
    ///
    /// - Parameters:
    ///   - phone: empty for none.
    ///   - predecessor: the record that it replaces; nil for somebody new.
    package static func register(
        person id: String, name: String, phone: String, unit: String, post: String, certificates: [Certificate],
        after predecessor: Int64? = nil, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: personRegistered, subject: id,
            body: [
                "kind": "person", "version": 1, "unit": .string(unit), "post": .string(post),
                "certificates": .array(certificates.map(\.canonical)),
                "follows": predecessor.map(CanonicalValue.integer) ?? .null,
            ], personal: phone.isEmpty ? ["name": name] : ["name": name, "phone": phone])
    }

    /// Opens an account for a person.
    package static func open(
        _ login: String, person: String, roles: [String], scope: DataScope, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: accountOpened, subject: login,
            body: [
                "kind": "account", "version": 1, "person": .string(person), "disabled": false,
                "roles": .array(roles.sorted().map(CanonicalValue.string)), "scope": scope.canonical, "follows": .null,
            ])
    }

    /// Gives an account other posts or another scope, or disables it.
    ///
    /// - Parameter account: as it was when the change was prepared.
    package static func change(
        _ account: Account, roles: [String], scope: DataScope, isDisabled: Bool, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: accountChanged, subject: account.login,
            body: [
                "kind": "account", "version": 1, "person": .string(account.person), "disabled": .bool(isDisabled),
                "roles": .array(roles.sorted().map(CanonicalValue.string)), "scope": scope.canonical,
                "follows": .integer(account.record),
            ])
    }

    /// - Parameters:
    ///   - isTemporary: it must be changed when it is first used.
    ///   - keyID: of the key that seals its hash.
    static func setPassword(of login: String, isTemporary: Bool, keyID: String, by actor: Actor) -> Action {
        Action(
            actor: actor, name: passwordSet, subject: login,
            body: ["kind": "password", "version": 1, "temporary": .bool(isTemporary), "key": .string(keyID)])
    }

    /// - Parameter keyID: of the key that seals its seed; nil when it is taken away.
    static func setFactor(of login: String, keyID: String?, by actor: Actor) -> Action {
        Action(
            actor: actor, name: factorSet, subject: login,
            body: [
                "kind": "factor", "version": 1, "isSet": .bool(keyID != nil),
                "key": keyID.map(CanonicalValue.string) ?? .null,
            ])
    }

    static func open(_ session: Session) -> Action {
        Action(
            actor: Actor(id: session.login, permissions: [useOwn]), name: sessionOpened, subject: session.login,
            body: [
                "kind": "session", "version": 2, "session": .string(session.id), "source": .string(session.source),
                "factor": .bool(session.hasFactor), "provider": session.provider.map(CanonicalValue.string) ?? .null,
            ])
    }

    /// - Parameter subject: what the provider calls the person; nil takes the link away.
    static func link(_ login: String, to subject: String?, of issuer: String, by actor: Actor) -> Action {
        Action(
            actor: actor, name: linkSet, subject: login,
            body: [
                "kind": "external-login", "version": 1, "issuer": .string(issuer),
                "externalSubject": subject.map(CanonicalValue.string) ?? .null,
            ])
    }

    static func endSession(_ session: String, of login: String, by actor: Actor) -> Action {
        Action(
            actor: actor, name: sessionEnded, subject: login,
            body: ["kind": "session-end", "version": 1, "session": .string(session)])
    }

    /// - Parameters:
    ///   - minute: the beginning of the minute.
    ///   - counts: refusals by account and reason.
    static func refused(
        to source: String, minute: Instant, counts: [String: [String: Int]], by actor: Actor
    ) -> Action {
        // What strangers typed stands in values: keys of records are ASCII.
        let accounts = counts.sorted { $0.key < $1.key }.map { login, reasons -> CanonicalValue in
            ["login": .string(login), "counts": .object(reasons.mapValues { .integer(Int64($0)) })]
        }
        return Action(
            actor: actor, name: signInRefused, subject: source.isEmpty ? thisMachine : source,
            body: [
                "kind": "sign-in-refusals", "version": 2, "minute": .integer(minute.secondsSince1970),
                "accounts": .array(accounts),
            ])
    }

    static func issue(_ token: AccessToken, by actor: Actor) -> Action {
        Action(
            actor: actor, name: tokenIssued, subject: token.login,
            body: [
                "kind": "token", "version": 1, "token": .string(token.id), "title": .string(token.title),
                "rights": .array(token.rights.map(\.rawValue).sorted().map(CanonicalValue.string)),
                "until": .integer(token.until),
            ])
    }

    static func revoke(_ token: String, of login: String, by actor: Actor) -> Action {
        Action(
            actor: actor, name: tokenRevoked, subject: login,
            body: ["kind": "token-end", "version": 1, "token": .string(token)])
    }

    /// - Parameter address: path and query of the file, so what was filtered.
    static func export(of address: String, from source: String, by actor: Actor) -> Action {
        Action(
            actor: actor, name: exported, subject: actor.id,
            body: ["kind": "export", "version": 1, "address": .string(address), "source": .string(source)])
    }

    /// Says that a person is away and who stands in; a leave that begins on the same day is replaced.
    ///
    /// - Parameter days: both included.
    package static func setLeave(
        of person: String, days: ClosedRange<CivilDate>, substitute: String, by actor: Actor
    ) -> Action {
        leave(of: person, from: days.lowerBound, to: days.upperBound, substitute: substitute, by: actor)
    }

    /// Ends a leave: one that has begun with yesterday, one that has not is taken back.
    package static func end(_ leave: Leave, on today: CivilDate, by actor: Actor) -> Action {
        let hasBegun = leave.days.lowerBound < today
        return Self.leave(
            of: leave.person, from: leave.days.lowerBound, to: hasBegun ? today.adding(days: -1) : nil,
            substitute: leave.substitute, by: actor)
    }

    /// - Parameter last: nil takes the leave back that begins on the first day.
    private static func leave(
        of person: String, from first: CivilDate, to last: CivilDate?, substitute: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: leaveSet, subject: person,
            body: [
                "kind": "leave", "version": 1, "substitute": .string(substitute),
                "from": .string(first.description), "to": last.map { .string($0.description) } ?? .null,
            ])
    }
}

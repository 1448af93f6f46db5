package import Ledger

/// Something that a person or the system wants to put on record.
package struct Action: Sendable {
    /// Who acts.
    package let actor: Actor
    /// The kind of action, `room.noun.verb`; it must be offered by a capability.
    package let name: String
    /// What it is done to.
    package let subject: String
    /// The content: an object with `kind` and `version`.
    package let body: CanonicalValue
    /// The ids of the rule files that were used to check or judge it.
    package let rules: [String]
    /// Facts about people by field: their commitments enter the body as its member `personal`, they themselves stand beside the
    /// ledger (`PersonalState`).
    package let personal: [String: String]

    package init(
        actor: Actor, name: String, subject: String, body: CanonicalValue, rules: [String] = [],
        personal: [String: String] = [:]
    ) {
        self.actor = actor
        self.name = name
        self.subject = subject
        self.body = body
        self.rules = rules
        self.personal = personal
    }
}

import Ledger
import Records

/// Facts about people in files of sources: the one place that knows how records keep them.
///
/// They may not stand in the ledger in plain text, since nothing there can be erased. As long as records offer no place
/// beside it, none are taken: forms and templates leave them out, and an import names the columns it did not read.
package enum SourcePersonal {
    /// Whether records have a place for them.
    package static let isKept = false

    /// - Parameter personal: facts by field.
    static func action(
        _ name: String, _ subject: String, body: CanonicalValue, rules: [String], personal: [String: String],
        by actor: Actor
    ) -> Action {
        Action(actor: actor, name: name, subject: subject, body: body, rules: rules)
    }

    /// The facts that an action brings.
    static func facts(of action: Action) -> [String: String] { [:] }

    /// The fields of which a record holds facts.
    static func fields(of record: LedgerRecord) -> [String] { [] }
}

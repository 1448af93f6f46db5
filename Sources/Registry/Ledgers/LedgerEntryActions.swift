import Catalog
import Ledger
package import Records
import Standards
import Storage

/// What may be put on record about entries of ledgers.
package enum LedgerEntryActions {
    /// The right to keep ledgers: to enter, correct, withdraw and import.
    package static let keep = Permission(rawValue: "registry.ledger.keep")

    package static let entered = "registry.ledger.entered"
    package static let corrected = "registry.ledger.corrected"
    package static let withdrawn = "registry.ledger.withdrawn"
    static let all = [entered, corrected, withdrawn]

    /// The longest reason, in letters.
    static let longestReason = 500

    /// Enters an entry.
    ///
    /// - Parameters:
    ///   - values: in their one form (`WorkLedger.values`).
    ///   - origin: the file that brings it; nil for one that is typed.
    package static func enter(
        _ id: String, _ values: [String: String], into ledger: WorkLedger, from origin: LedgerEntry.Origin? = nil,
        by actor: Actor
    ) -> Action {
        var body = body(values, ledger.id)
        if let origin { body["origin"] = ["file": .string(origin.file), "line": .integer(origin.line)] }
        return Action(actor: actor, name: entered, subject: id, body: .object(body), rules: [ledger.id])
    }

    /// Corrects an entry: all its values as they should be.
    ///
    /// - Parameter predecessor: the last record of the entry on screen.
    package static func correct(
        _ id: String, _ values: [String: String], in ledger: WorkLedger, reason: String, after predecessor: Int64,
        by actor: Actor
    ) -> Action {
        var body = body(values, ledger.id)
        body["follows"] = .integer(predecessor)
        body["reason"] = .string(reason)
        return Action(actor: actor, name: corrected, subject: id, body: .object(body), rules: [ledger.id])
    }

    /// Withdraws an entry: it counts nowhere any more and stays on record.
    package static func withdraw(
        _ id: String, from ledger: String, reason: String, after predecessor: Int64, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: withdrawn, subject: id,
            body: [
                "kind": "ledger-withdrawal", "version": 1, "ledger": .string(ledger), "reason": .string(reason),
                "follows": .integer(predecessor),
            ], rules: [ledger])
    }

    private static func body(_ values: [String: String], _ ledger: String) -> [String: CanonicalValue] {
        let list = values.sorted { $0.key < $1.key }.map { name, value -> CanonicalValue in
            ["field": .string(name), "value": .string(value)]
        }
        return ["kind": "ledger-entry", "version": 1, "ledger": .string(ledger), "values": .array(list)]
    }

    /// The values of a body; nil when they cannot be read.
    static func values(_ body: CanonicalValue) -> [String: String]? {
        var values: [String: String] = [:]
        for element in body["values"]?.elements ?? [] {
            guard let name = element["field"]?.text, let value = element["value"]?.text else { return nil }
            values[name] = value
        }
        return values
    }

    static let kinds: [ActionKind] = [
        (entered, "登记台账"), (corrected, "更正台账"), (withdrawn, "撤销台账登记"),
    ].map { name, word in
        // What is entered late changes figures of periods that are over, as late data do.
        ActionKind(name: name, word: word, effect: .data, permission: keep) { action, connection, time, catalog in
            try check(action, connection, time, catalog)
        }
    }

    private static func check(
        _ action: Action, _ connection: ReadConnection, _ time: Int64, _ catalog: RuleCatalog
    ) throws {
        let body = action.body
        let today = Instant(secondsSince1970: time / 1_000).beijingDate
        let ledger = try WorkLedger.ledger(body["ledger"]?.text ?? "", on: today, in: catalog)
        let present = try LedgerEntryStore.entry(action.subject, in: connection)
        if action.name == entered {
            guard MintedID.isID(action.subject), present == nil else {
                throw RecordsError(.invalid, field: "subject", detail: action.subject)
            }
        } else {
            guard let present, present.ledger == ledger.id, !present.isWithdrawn else {
                throw RecordsError(.unknownSubject, detail: action.subject)
            }
            guard body["follows"]?.integer == present.last else {
                throw RecordsError(.superseded, detail: String(present.last))
            }
            let reason = HalfWidth.trimmed(body["reason"]?.text ?? "")
            guard !reason.isEmpty, reason.count <= longestReason else {
                throw RecordsError(.invalid, field: "reason", detail: reason.isEmpty ? "空" : "超过 \(longestReason) 字")
            }
        }
        guard action.name != withdrawn else { return }
        guard let texts = values(body), texts.keys.allSatisfy({ ledger.field($0) != nil }) else {
            throw RecordsError(.invalid, field: "values", detail: ledger.id)
        }
        let read = ledger.values(of: texts)
        if let fault = read.faults.first { throw fault }
        guard read.values == texts else { throw RecordsError(.invalid, field: "values", detail: ledger.id) }
        guard let day = CivilDate(texts[ledger.dateField] ?? ""), day <= today else {
            throw RecordsError(.invalid, field: ledger.dateField, detail: texts[ledger.dateField] ?? "")
        }
    }
}

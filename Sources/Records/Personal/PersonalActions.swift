import Ledger

/// Decisions about facts of people that stand in records as commitments.
package enum PersonalActions {
    /// The right to close or erase them.
    package static let decide = Permission(rawValue: "records.personal.decide")

    /// Facts of a record are kept and no longer shown.
    package static let sealed = "records.personal.sealed"
    /// Facts of a record are gone.
    package static let erased = "records.personal.erased"

    /// - Parameters:
    ///   - fields: of the record's commitments.
    ///   - basis: the decision and its legal ground, e.g. 个人信息保护法第四十七条，申请编号.
    package static func seal(_ fields: [String], of record: Int64, basis: String, by actor: Actor) -> Action {
        action(sealed, fields, record, basis, actor)
    }

    /// - Parameters:
    ///   - fields: of the record's commitments.
    ///   - basis: the decision and its legal ground, e.g. 个人信息保护法第四十七条，申请编号.
    package static func erase(_ fields: [String], of record: Int64, basis: String, by actor: Actor) -> Action {
        action(erased, fields, record, basis, actor)
    }

    private static func action(
        _ name: String, _ fields: [String], _ record: Int64, _ basis: String, _ actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: name, subject: "record/\(record)",
            body: [
                "kind": "personal-decision", "version": 1, "record": .integer(record),
                "fields": .array(fields.sorted().map(CanonicalValue.string)), "basis": .string(basis),
            ])
    }

    static let kinds: [ActionKind] = [(sealed, "封存个人信息"), (erased, "删除个人信息")].map { name, word in
        ActionKind(name: name, word: word, effect: .none, permission: decide) { action, connection in
            guard let basis = action.body["basis"]?.text, !basis.isEmpty else {
                throw RecordsError(.invalid, field: "basis", detail: "空")
            }
            let record = action.body["record"]?.integer ?? 0
            let fields = action.body["fields"]?.elements?.compactMap(\.text) ?? []
            if fields.isEmpty { throw RecordsError(.invalid, field: "fields", detail: "空") }
            let rows = try PersonalState.rows(of: record, in: connection)
            for field in fields {
                switch rows[field]?.value {
                case nil: throw RecordsError(.unknownSubject, detail: "第 \(record) 条记录的 \(field)")
                case .erased(let by):
                    throw RecordsError(.superseded, field: field, detail: String(by))
                case .sealed(let by) where name == sealed:
                    throw RecordsError(.superseded, field: field, detail: String(by))
                default: continue
                }
            }
        }
    }
}

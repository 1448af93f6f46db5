import Catalog
import Ledger
package import Records
import Standards
package import Storage

/// Attaching files to the files of sources, and taking them off. The bytes stay where they are: what was shown once can be
/// shown again.
package enum SourceAttachmentActions {
    static let attached = "registry.source.attached"
    static let detached = "registry.source.detached"

    /// Longer notes and names are no notes and names.
    static let greatestNoteLength = 200

    /// Attaches a stored file.
    ///
    /// - Parameters:
    ///   - kind: of the source, as in force today.
    ///   - note: what it is, in words; may be empty.
    package static func attach(
        _ attachment: AttachmentID, form: AttachmentForm, size: Int, named name: String, note: String,
        to source: String,
        _ kind: SourceKind, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: attached, subject: source,
            body: [
                "kind": "source-attachment", "version": 1, "of": .string(kind.id),
                "attachment": .string(attachment.rawValue), "form": .string(form.rawValue),
                "size": .integer(Int64(size)), "file": .string(name), "note": .string(note),
            ], rules: [kind.id])
    }

    /// Takes one off.
    ///
    /// - Parameter record: the record that attached it.
    package static func detach(
        _ record: Int64, from source: String, _ kind: SourceKind, reason: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: detached, subject: source,
            body: [
                "kind": "source-attachment", "version": 1, "of": .string(kind.id), "attached": .integer(record),
                "reason": .string(reason),
            ], rules: [kind.id])
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: attached, word: "附上文件", effect: .none, permission: RegistryActions.edit,
            checkingByRules: checkAttaching),
        ActionKind(
            name: detached, word: "取下附件", effect: .none, permission: RegistryActions.edit,
            checkingByRules: checkDetaching),
    ]

    private static func checkAttaching(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        try checkSource(action, connection, milliseconds, catalog)
        let body = action.body
        guard body["attachment"]?.text?.utf8.count == 64, let size = body["size"]?.integer, size > 0 else {
            throw RecordsError(.invalid, field: "attachment", detail: "")
        }
        guard AttachmentForm(rawValue: body["form"]?.text ?? "") != nil else {
            throw RecordsError(.invalid, field: "form", detail: body["form"]?.text ?? "")
        }
        for field in ["file", "note"] {
            let text = body[field]?.text ?? ""
            guard text.count <= greatestNoteLength, field == "note" || !text.isEmpty else {
                throw RecordsError(.invalid, field: field, detail: text)
            }
        }
    }

    private static func checkDetaching(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        try checkSource(action, connection, milliseconds, catalog)
        let record = action.body["attached"]?.integer ?? 0
        let standing = try SourceAttachmentStore.attachments(of: [action.subject], in: connection)
            .first { $0.sequence == record }
        guard let standing else { throw RecordsError(.unknownSubject, field: "attached", detail: "\(record)") }
        if let by = standing.removedBy { throw RecordsError(.superseded, field: "attached", detail: "\(by)") }
        let reason = action.body["reason"]?.text ?? ""
        guard !reason.isEmpty, reason.count <= SourceCheck.greatestTextLength else {
            throw RecordsError(.invalid, field: "reason", detail: reason)
        }
    }

    /// A source of this kind that stands, by somebody who may change it.
    private static func checkSource(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let today = Instant(secondsSince1970: milliseconds / 1_000).beijingDate
        let kind = try SourceKind.inForce(action.body["of"]?.text ?? "", in: catalog, on: today)
        guard action.actor.permissions.contains(kind.changing) else {
            throw RecordsError(.notPermitted, detail: kind.changing.rawValue)
        }
        guard let head = try SourceStore.head(action.subject, in: connection), head.kind == kind.id else {
            throw RecordsError(.unknownSubject, detail: action.subject)
        }
        guard head.state == .active else { throw RecordsError(.invalid, field: "state", detail: head.state.rawValue) }
    }
}

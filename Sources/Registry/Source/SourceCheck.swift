import Catalog
import Ledger
import Records
import Standards
import Storage

/// What must hold of an action on sources before it is put on record. The fields named in errors are those of the kind, or
/// members of the record's body.
enum SourceCheck {
    /// A reason or a document is named in less.
    static let greatestTextLength = 500

    static func registering(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let kind = try kind(of: action, milliseconds, catalog)
        guard try SourceStore.head(action.subject, in: connection) == nil, isID(action.subject) else {
            throw invalid("id", action.subject)
        }
        let origin = try checkOrigin(action)
        let values = try checkValues(action, kind, isImported: origin.batch != nil, in: connection)
        for field in kind.fields where field.isRequired && (values[field.name] ?? "").isEmpty {
            guard field.isPersonal else { throw invalid(field.name, "") }
            if action.personal[field.name] == nil { throw invalid(field.name, "") }
        }
        // Rows of a list were compared with the register when it was looked through.
        guard origin.batch == nil else { return }
        if let twin = try SourceMatching(kind).twin(of: values, in: connection) {
            throw RecordsError(.superseded, field: "identity", detail: twin)
        }
    }

    static func changing(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let kind = try kind(of: action, milliseconds, catalog)
        let head = try active(action.subject, after: action.body["follows"], in: connection)
        guard head.kind == kind.id else { throw invalid("of", kind.id) }
        guard !head.isObject else { throw invalid("object", action.subject) }
        let origin = try checkOrigin(action)
        let values = try checkValues(action, kind, isImported: origin.batch != nil, in: connection)
        guard !values.isEmpty || !action.personal.isEmpty else { throw invalid("fields", "") }
        for field in kind.fields where field.isRequired && values[field.name] == "" { throw invalid(field.name, "") }
    }

    static func merging(_ action: Action, _ connection: ReadConnection) throws {
        let other = action.body["other"]?.text ?? ""
        guard other != action.subject else { throw invalid("other", other) }
        let kept = try active(action.subject, after: action.body["follows"], in: connection)
        let absorbed = try active(other, after: action.body["otherFollows"], in: connection)
        guard kept.kind == absorbed.kind, !kept.isObject, !absorbed.isObject else { throw invalid("other", other) }
        try checkReason(action)
    }

    static func separating(_ action: Action, _ connection: ReadConnection) throws {
        guard let head = try SourceStore.head(action.subject, in: connection) else {
            throw RecordsError(.unknownSubject, detail: action.subject)
        }
        guard action.body["follows"]?.integer == head.sequence else {
            throw RecordsError(.superseded, field: "follows", detail: "\(head.sequence)")
        }
        // The file it went into may have gone on into a third one; then that merger is taken back first.
        guard head.state == .merged, let into = head.mergedInto,
            try SourceStore.head(into, in: connection)?.state == .active
        else { throw invalid("merger", action.subject) }
        try checkReason(action)
    }

    static func withdrawing(_ action: Action, _ connection: ReadConnection) throws {
        let head = try active(action.subject, after: action.body["follows"], in: connection)
        guard !head.isObject else { throw invalid("object", action.subject) }
        try checkReason(action)
    }

    static func importing(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        _ = try kind(of: action, milliseconds, catalog)
        guard isID(action.subject), try SourceBatchStore.batch(action.subject, in: connection) == nil else {
            throw invalid("batch", action.subject)
        }
        guard action.body["attachment"]?.text?.utf8.count == 64 else { throw invalid("attachment", "") }
        let last = try SourceImport.lastSequence(in: connection)
        guard action.body["follows"]?.integer == last else {
            throw RecordsError(.superseded, field: "follows", detail: "\(last)")
        }
    }

    static func undoing(_ action: Action, _ connection: ReadConnection) throws {
        guard let batch = try SourceBatchStore.batch(action.subject, in: connection) else {
            throw RecordsError(.unknownSubject, detail: action.subject)
        }
        if let by = batch.undoneBy { throw RecordsError(.superseded, field: "batch", detail: "\(by)") }
        if let later = try SourceBatchStore.laterRecord(thanBatch: batch.id, in: connection) {
            throw RecordsError(.superseded, field: "sources", detail: "\(later)")
        }
        if let decision = try SourceMatchStore.decision(inBatch: batch.id, in: connection) {
            throw RecordsError(.superseded, field: "matches", detail: "\(decision)")
        }
        try checkReason(action)
    }

    // MARK: -

    /// The kind in force on the day of the record, for those who may change it.
    static func kind(of action: Action, _ milliseconds: Int64, _ catalog: RuleCatalog) throws -> SourceKind {
        let id = action.body["of"]?.text ?? ""
        let today = Instant(secondsSince1970: milliseconds / 1_000).beijingDate
        let kind = try SourceKind.inForce(id, in: catalog, on: today)
        guard action.actor.permissions.contains(kind.changing) else {
            throw RecordsError(.notPermitted, detail: kind.changing.rawValue)
        }
        return kind
    }

    /// A file that can be changed, as it was when the change was thought of.
    private static func active(
        _ id: String, after predecessor: CanonicalValue?, in connection: ReadConnection
    ) throws -> SourceHead {
        guard let head = try SourceStore.head(id, in: connection) else {
            throw RecordsError(.unknownSubject, detail: id)
        }
        guard predecessor?.integer == head.sequence else {
            throw RecordsError(.superseded, field: "follows", detail: "\(head.sequence)")
        }
        guard head.state == .active else { throw invalid("state", head.state.rawValue) }
        return head
    }

    private static func checkOrigin(_ action: Action) throws -> SourceOrigin {
        guard let origin = SourceOrigin(canonical: action.body["origin"]) else { throw invalid("origin", "") }
        guard origin.basis.count <= greatestTextLength else { throw invalid("basis", "\(greatestTextLength)") }
        return origin
    }

    /// Every value in the form in which it is kept.
    private static func checkValues(
        _ action: Action, _ kind: SourceKind, isImported: Bool, in connection: ReadConnection
    ) throws -> [String: String] {
        var values: [String: String] = [:]
        for (name, value) in action.body["fields"]?.members ?? [:] {
            guard let field = kind.field(name), let text = value.text else { throw invalid(name, "") }
            guard text.isEmpty || !field.isPersonal else { throw invalid(name, "personal") }
            values[name] = text
            if !text.isEmpty { try check(text, field, isImported: isImported, in: connection) }
        }
        for (name, text) in action.personal {
            guard let field = kind.field(name), field.isPersonal else { throw invalid(name, "") }
            try check(text, field, isImported: isImported, in: connection)
        }
        return values
    }

    private static func check(
        _ text: String, _ field: SourceField, isImported: Bool, in connection: ReadConnection
    ) throws {
        do {
            guard try field.value(of: text) == text else { throw invalid(field.name, text) }
        } catch let fault as ValueFault where fault.code == .check && isImported && field.keepsDoubtful {
        } catch let fault as ValueFault {
            throw invalid(field.name, fault.message)
        }
        guard case .reference(let kind) = field.type else { return }
        guard let head = try SourceStore.head(text, in: connection), head.kind == kind, head.state != .undone else {
            throw RecordsError(.unknownSubject, field: field.name, detail: text)
        }
    }

    private static func checkReason(_ action: Action) throws {
        let reason = action.body["reason"]?.text ?? ""
        guard !reason.isEmpty, reason.count <= greatestTextLength else { throw invalid("reason", reason) }
    }

    private static func isID(_ text: String) -> Bool {
        text.utf8.count == 36
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
    }

    private static func invalid(_ field: String, _ detail: String) -> RecordsError {
        RecordsError(.invalid, field: field, detail: detail)
    }
}

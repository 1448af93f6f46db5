import Ledger
import Records
import Registry
import Standards
import Storage

/// Puts posted forms of sources on record, or says why not.
struct SourceRecording {
    let services: SiteServices

    /// A form that was not recorded, with the reason in it.
    struct Refused: Error {
        let attempt: SourceAttempt
    }

    /// Registers a source.
    ///
    /// - Returns: its id and the record.
    func register(_ posted: SourceAttempt, _ kind: String) async throws -> Result<
        (id: String, sequence: Int64), Refused
    > {
        guard posted.hasToken else { return .failure(refused(posted, Self.expired)) }
        let (attempt, draft, kind) = try await draft(posted, kind)
        guard let draft else { return .failure(refused(attempt, Self.faulty)) }
        let id = SourceID.mint()
        let action = SourceActions.register(
            id, kind, draft, from: .person(basis: attempt.basis), decides: true, by: services.actor)
        return try await record(action, attempt, kind).map { (id.rawValue, $0) }
    }

    /// Changes what a form says otherwise than the file it was made from.
    ///
    /// - Returns: the record; nil when the form says nothing new.
    func change(_ posted: SourceAttempt, _ id: String) async throws -> Result<Int64?, Refused> {
        guard posted.hasToken else { return .failure(refused(posted, Self.expired)) }
        let file = try await file(id)
        let (attempt, draft, kind) = try await draft(posted, file.kind)
        guard let draft else { return .failure(refused(attempt, Self.faulty)) }
        var changed = SourceDraft()
        for field in kind.fields where !field.isPersonal {
            let value = draft.values[field.name] ?? ""
            if value != file.value(field.name) ?? "" { changed.values[field.name] = value }
        }
        let known = try await services.book.database.read { try SourcePersonal.texts(of: file, in: $0) }
        changed.personal = draft.personal.filter { known[$0.key] != $0.value }
        if changed.isEmpty { return .success(nil) }
        let action = SourceActions.change(
            id, kind, changed, from: .person(basis: attempt.basis), decides: true, after: attempt.follows ?? 0,
            by: services.actor)
        return try await record(action, attempt, kind).map { $0 }
    }

    /// Decides for one side of a conflict.
    ///
    /// - Throws: `SiteError` with `.unknownObject` when there is no such side, `.foreignForm`.
    func decide(_ id: String, _ fields: FormFields) async throws -> Result<Int64, Refused> {
        let attempt = try attempt(fields)
        let name = fields.first("field") ?? ""
        let claim = fields.first("claim").flatMap { Int64($0) }
        let file = try await file(id)
        let state = file.fields[name]
        let claims = [state?.current].compactMap(\.self) + (state?.contested ?? [])
        guard let value = claims.first(where: { $0.sequence == claim })?.value else {
            throw SiteError(.unknownObject, subject: "冲突的取值", detail: "\(name) \(claim ?? 0)")
        }
        let kind = try await kind(file.kind)
        let action = SourceActions.change(
            id, kind, SourceDraft(values: [name: value]), from: .person(basis: attempt.basis), decides: true,
            after: attempt.follows ?? 0, by: services.actor)
        return try await record(action, attempt, kind)
    }

    /// Ends a file: it is withdrawn, or put into another one.
    ///
    /// - Returns: the record and the file that is looked at next.
    func end(_ id: String, _ fields: FormFields) async throws -> Result<(next: String, sequence: Int64), Refused> {
        let attempt = try attempt(fields)
        let reason = fields.first("reason") ?? ""
        let file = try await file(id)
        let kind = try await kind(file.kind)
        if fields.first("decision") == "separate" {
            let action = SourceActions.separate((id, attempt.follows ?? 0), reason: reason, by: services.actor)
            return try await record(action, attempt, kind).map { (id, $0) }
        }
        guard fields.first("decision") == "merge" else {
            let action = SourceActions.withdraw(
                id, reason: reason, after: attempt.follows ?? 0, by: services.actor)
            return try await record(action, attempt, kind).map { (id, $0) }
        }
        let other = String((fields.first("other") ?? "").split(separator: "/").last ?? "")
        guard let kept = try await services.book.database.read({ try SourceStore.head(other, in: $0) }) else {
            return .failure(refused(attempt, "没有档案号为“\(other)”的档案，没有合并。请填写要并入的那份档案的档案号。"))
        }
        let action = SourceActions.merge(
            (id, attempt.follows ?? 0), into: (kept.id, kept.sequence), reason: reason, by: services.actor)
        return try await record(action, attempt, kind).map { (kept.id, $0) }
    }

    /// Takes a batch back.
    func undo(_ batch: String, _ fields: FormFields) async throws -> Result<Int64, Refused> {
        let attempt = try attempt(fields)
        let action = SourceActions.undo(batch, reason: fields.first("reason") ?? "", by: services.actor)
        return try await record(action, attempt, nil)
    }

    // MARK: -

    private static let expired = "页面已过期，没有记入。内容还在，请核对后再提交一次。"
    private static let faulty = "有些内容不能接受，没有记入。请改正标出的各项再提交。"

    private func attempt(_ fields: FormFields) throws -> SourceAttempt {
        guard services.formToken.isIn(fields) else { throw SiteError(.foreignForm) }
        var attempt = SourceAttempt()
        attempt.basis = String((fields.first("basis") ?? "").prefix(500))
        attempt.follows = fields.first("follows").flatMap { Int64($0) }
        return attempt
    }

    private func file(_ id: String) async throws -> SourceFile {
        guard let file = try await services.book.database.read({ try SourceStore.file(id, in: $0) }) else {
            throw SiteError(.unknownObject, subject: "档案", detail: id)
        }
        return file
    }

    private func kind(_ id: String) async throws -> SourceKind {
        try SourceKind.inForce(id, in: services.book.archive.catalog, on: services.clock().beijingDate)
    }

    private func draft(
        _ posted: SourceAttempt, _ id: String
    ) async throws -> (SourceAttempt, SourceDraft?, SourceKind) {
        let kinds = try SourceKinds(services.book.archive.catalog, on: services.clock().beijingDate)
        guard let kind = kinds.kind(id) else { throw SiteError(.unknownObject, subject: "种类", detail: id) }
        return try await services.book.database.read { connection in
            var attempt = posted
            let draft = try attempt.draft(kind, kinds, in: connection)
            return (attempt, draft, kind)
        }
    }

    private func record(_ action: Action, _ attempt: SourceAttempt, _ kind: SourceKind?) async throws -> Result<
        Int64, Refused
    > {
        do {
            return .success(try await services.book.record(action).sequence)
        } catch let error as RecordsError {
            guard let words = SourceRefusal.words(error, kind) else { throw error }
            return .failure(refused(attempt, words))
        }
    }

    private func refused(_ attempt: SourceAttempt, _ message: String) -> Refused {
        var attempt = attempt
        attempt.error = message
        return Refused(attempt: attempt)
    }
}

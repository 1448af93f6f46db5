import Ledger
package import Records
import Storage

/// What may be put on record about sources and their files.
package enum SourceActions {
    /// What the names of all of them begin with, and of no other action: `registry.object` is the older registry's.
    package static let prefixes = ["registry.source.", "registry.batch.", "registry.match."]
    /// A source is watched from now on.
    static let registered = "registry.source.registered"
    /// Fields of a source have other values.
    static let changed = "registry.source.changed"
    /// Two files are of one source.
    static let merged = "registry.source.merged"
    /// Two files were of two sources after all.
    static let separated = "registry.source.separated"
    /// A source is no longer watched.
    static let withdrawn = "registry.source.withdrawn"
    /// A file of sources was taken in.
    static let imported = "registry.batch.imported"
    /// What a file brought is taken back.
    static let undone = "registry.batch.undone"

    /// Bodies of this form.
    static let version: Int64 = 1

    /// Registers a source.
    ///
    /// - Parameters:
    ///   - kind: as in force today.
    ///   - decides: whether a person says so.
    package static func register(
        _ id: SourceID, _ kind: SourceKind, _ draft: SourceDraft, from origin: SourceOrigin, decides: Bool,
        by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: registered, subject: id.rawValue, body: body(kind, draft, origin, decides, [:]),
            rules: [kind.id], personal: draft.personal)
    }

    /// Changes fields of a source.
    ///
    /// - Parameters:
    ///   - draft: only what changes.
    ///   - predecessor: the last record of the source that the change was based on: refused as superseded when another one
    ///     came between.
    package static func change(
        _ id: String, _ kind: SourceKind, _ draft: SourceDraft, from origin: SourceOrigin, decides: Bool,
        after predecessor: Int64, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: changed, subject: id,
            body: body(kind, draft, origin, decides, ["follows": .integer(predecessor)]), rules: [kind.id],
            personal: draft.personal)
    }

    private static func body(
        _ kind: SourceKind, _ draft: SourceDraft, _ origin: SourceOrigin, _ decides: Bool,
        _ more: [String: CanonicalValue]
    ) -> CanonicalValue {
        let members: [String: CanonicalValue] = [
            "kind": "source", "version": .integer(version), "of": .string(kind.id),
            // What of it is found by its words, as the kind has it today: tables are made of records alone.
            "search": .array(kind.search.map(CanonicalValue.string)),
            "fields": .object(draft.values.mapValues(CanonicalValue.string)), "origin": origin.canonical,
            "decides": .bool(decides),
        ]
        return .object(members.merging(more) { first, _ in first })
    }

    /// Puts one file into another: what it says stands in the other as a further origin, and both histories stay.
    ///
    /// - Parameters:
    ///   - absorbed: the file that ends, and its last record.
    ///   - kept: the file that goes on, and its last record.
    package static func merge(
        _ absorbed: (id: String, sequence: Int64), into kept: (id: String, sequence: Int64), reason: String,
        by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: merged, subject: kept.id,
            body: [
                "kind": "source", "version": .integer(version), "follows": .integer(kept.sequence),
                "other": .string(absorbed.id), "otherFollows": .integer(absorbed.sequence), "reason": .string(reason),
            ])
    }

    /// Takes a merger back: what the ended file had brought leaves the other, and it goes on by itself.
    ///
    /// - Parameter absorbed: the file that was put into another one, and its last record, the merger.
    package static func separate(_ absorbed: (id: String, sequence: Int64), reason: String, by actor: Actor) -> Action {
        Action(
            actor: actor, name: separated, subject: absorbed.id,
            body: [
                "kind": "source", "version": .integer(version), "follows": .integer(absorbed.sequence),
                "reason": .string(reason),
            ])
    }

    /// Ends the watch of a source.
    package static func withdraw(_ id: String, reason: String, after predecessor: Int64, by actor: Actor) -> Action {
        Action(
            actor: actor, name: withdrawn, subject: id,
            body: [
                "kind": "source", "version": .integer(version), "follows": .integer(predecessor),
                "reason": .string(reason),
            ])
    }

    /// Takes a file in; the records of its sources follow in the same transaction.
    ///
    /// - Parameter predecessor: the last record about sources when the file was looked through: refused as superseded when
    ///   another one came between.
    static func importBatch(
        _ batch: SourceBatch, lines: MerkleTree, after predecessor: Int64, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: imported, subject: batch.id,
            body: [
                "kind": "source-batch", "version": .integer(version), "of": .string(batch.kind),
                "file": .string(batch.fileName), "attachment": .string(batch.attachment.rawValue),
                "origin": .string(batch.origin), "rows": .integer(Int64(batch.rows)),
                "registered": .integer(Int64(batch.registered)), "changed": .integer(Int64(batch.changed)),
                "refused": .integer(Int64(batch.refused)), "lines": .integer(lines.size),
                "root": .string(lines.root.base64), "follows": .integer(predecessor),
            ], rules: [batch.kind])
    }

    /// Takes a batch back.
    package static func undo(_ batch: String, reason: String, by actor: Actor) -> Action {
        Action(
            actor: actor, name: undone, subject: batch,
            body: ["kind": "source-batch", "version": .integer(version), "reason": .string(reason)])
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: registered, word: "登记档案", effect: .none, permission: RegistryActions.edit,
            checkingByRules: SourceCheck.registering),
        ActionKind(
            name: changed, word: "修改档案", effect: .none, permission: RegistryActions.edit,
            checkingByRules: SourceCheck.changing),
        ActionKind(
            name: merged, word: "合并档案", effect: .none, permission: RegistryActions.edit, check: SourceCheck.merging),
        ActionKind(
            name: separated, word: "撤销并档", effect: .none, permission: RegistryActions.edit,
            check: SourceCheck.separating),
        ActionKind(
            name: withdrawn, word: "注销档案", effect: .none, permission: RegistryActions.edit,
            check: SourceCheck.withdrawing),
        ActionKind(
            name: imported, word: "导入档案", effect: .none, permission: RegistryActions.edit,
            checkingByRules: SourceCheck.importing),
        ActionKind(
            name: undone, word: "撤销导入", effect: .none, permission: RegistryActions.edit, check: SourceCheck.undoing),
    ]
}

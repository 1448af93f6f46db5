import Ledger
package import Records
import Standards
package import Storage

/// What a bureau does with a sealed document when the public is to have it: decides so, puts it on the government's own
/// site by hand, and enters as proof where it stands there.
package enum PublicationActions {
    /// The right to decide that a sealed document is public, to enter proofs of it and to take it back.
    package static let publish = Permission(rawValue: "reporting.document.publish")

    /// A sealed document became public: from then on our own public page lets everybody check it.
    package static let opened = "reporting.publication.opened"
    /// Where it was published, with a picture of the page: the proof of disclosure.
    package static let posted = "reporting.publication.posted"
    /// It was taken back, with the reason.
    package static let withdrawn = "reporting.publication.withdrawn"

    private static let longestText = 500

    package static func open(_ document: SealedDocument, by actor: Actor) -> Action {
        action(opened, document, ["kind": "publication", "version": 1], by: actor)
    }

    /// - Parameters:
    ///   - address: of the page where it stands, with `http://` or `https://`.
    ///   - day: on which it was published there, `2026-03-30`.
    ///   - picture: of that page.
    ///   - form: `png` or `jpeg`, as its bytes say.
    package static func post(
        _ document: SealedDocument, at address: String, on day: String, picture: AttachmentID, form: String,
        by actor: Actor
    ) -> Action {
        action(
            posted, document,
            [
                "kind": "disclosure-proof", "version": 1, "address": .string(address), "day": .string(day),
                "picture": .string(picture.rawValue), "form": .string(form),
            ], by: actor)
    }

    package static func withdraw(_ document: SealedDocument, reason: String, by actor: Actor) -> Action {
        action(
            withdrawn, document, ["kind": "publication-end", "version": 1, "reason": .string(reason)], by: actor)
    }

    private static func action(
        _ name: String, _ document: SealedDocument, _ body: [String: CanonicalValue], by actor: Actor
    ) -> Action {
        var body = body
        body["document"] = .integer(document.sequence)
        return Action(actor: actor, name: name, subject: "\(document.document)/\(document.period)", body: .object(body))
    }

    static let kinds: [ActionKind] = [
        ActionKind(name: opened, word: "定为公开", effect: .none, permission: publish) { action, connection in
            let document = try document(action, connection)
            if try PublicationStore.publication(of: document, in: connection)?.isOpen == true {
                throw RecordsError(.superseded, detail: String(document))
            }
        },
        ActionKind(name: posted, word: "登记公开凭据", effect: .none, permission: publish) { action, connection in
            try requireOpen(action, connection)
            let address = action.body["address"]?.text ?? ""
            guard let problem = PublishedAddress.problem(address) else {
                guard CivilDate(action.body["day"]?.text ?? "") != nil else {
                    throw RecordsError(.invalid, field: "day", detail: action.body["day"]?.text ?? "")
                }
                guard ["png", "jpeg"].contains(action.body["form"]?.text ?? ""),
                    action.body["picture"]?.text?.isEmpty == false
                else { throw RecordsError(.invalid, field: "picture", detail: "空") }
                return
            }
            throw RecordsError(.invalid, field: "address", detail: problem)
        },
        ActionKind(name: withdrawn, word: "撤下公开", effect: .none, permission: publish) { action, connection in
            try requireOpen(action, connection)
            let reason = action.body["reason"]?.text ?? ""
            guard !reason.allSatisfy(\.isWhitespace), reason.count <= longestText else {
                throw RecordsError(.invalid, field: "reason", detail: reason.isEmpty ? "空" : "超过 \(longestText) 字")
            }
        },
    ]

    private static func document(_ action: Action, _ connection: ReadConnection) throws -> Int64 {
        let sequence = action.body["document"]?.integer ?? 0
        guard let sealed = try SealStore.document(sequence, in: connection),
            "\(sealed.document)/\(sealed.period)" == action.subject
        else { throw RecordsError(.unknownSubject, detail: action.subject) }
        return sequence
    }

    private static func requireOpen(_ action: Action, _ connection: ReadConnection) throws {
        let document = try document(action, connection)
        guard try PublicationStore.publication(of: document, in: connection)?.isOpen == true else {
            throw RecordsError(.unknownSubject, detail: action.subject)
        }
    }
}

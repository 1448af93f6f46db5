import Ledger
package import Records
package import Storage

/// Sealing: a document takes its final form, and each of its figures becomes a claim.
package enum SealActions {
    /// The right to seal documents.
    package static let seal = Permission(rawValue: "reporting.document.seal")

    /// The right to hand out proof bundles with all raw data.
    package static let issueProofs = Permission(rawValue: "reporting.proof.issue")

    /// The right to draw monitoring data as evidence: a document of theirs is sealed for it.
    package static let draw = Permission(rawValue: "reporting.data.draw")

    package static let documentSealed = "reporting.document.sealed"
    /// A document was sealed because somebody draws its data as evidence.
    package static let dataDrawn = "reporting.data.drawn"
    /// Every action that seals a document.
    package static let sealings = [documentSealed, dataDrawn]
    /// A proof bundle with all raw data was handed out.
    package static let proofIssued = "reporting.proof.issued"

    /// - Parameters:
    ///   - document: the id of its definition.
    ///   - period: `2026-11-21`, or `2026-10` for a month.
    ///   - claims: of all its figures, as of one record.
    ///   - claimFile: their file.
    ///   - file: the docx.
    ///   - isDrawing: whether its data are drawn as evidence.
    ///   - draft: the draft that takes its final form with it, the stage behind sealing, and who seals; nil for a document
    ///     that goes no way.
    package static func sealed(
        _ document: String, period: String, title: String, asOf: Int64, claims: ClaimSet, claimFile: AttachmentID,
        file: AttachmentID, isDrawing: Bool = false,
        draft: (id: String, next: DraftStage, person: String)? = nil, by actor: Actor
    ) -> Action {
        let rules = Set(claims.claims.flatMap { ($0.body["rules"]?.elements ?? []).compactMap(\.text) })
        var body: [String: CanonicalValue] = [
            "kind": "document", "version": 1, "document": .string(document), "period": .string(period),
            "title": .string(title), "asOf": .integer(asOf),
            "claims": [
                "count": .integer(claims.tree.size), "root": .string(claims.tree.root.base64),
                "file": .string(claimFile.rawValue), "suite": .string(claims.tree.hasher.suite.rawValue),
            ],
            "file": .string(file.rawValue),
        ]
        if let draft {
            body["draft"] = .string(draft.id)
            body["to"] = .string(draft.next.rawValue)
            body["person"] = .string(draft.person)
        }
        return Action(
            actor: actor, name: isDrawing ? dataDrawn : documentSealed, subject: "\(document)/\(period)",
            body: .object(body), rules: rules.sorted())
    }

    /// - Parameter reason: why and to whom, in the words of who does it.
    package static func issued(_ claim: ClaimID, of document: SealedDocument, reason: String, by actor: Actor) -> Action
    {
        Action(
            actor: actor, name: proofIssued, subject: claim.rawValue,
            body: [
                "kind": "proof", "version": 1, "document": .integer(document.sequence),
                "grade": .string(BundleGrade.full.rawValue), "reason": .string(reason),
            ])
    }

    /// - Parameter rules: what judging drafts needs; nil where there are none, so that every document is sealed on its page.
    static func kinds(_ rules: DraftRules?) -> [ActionKind] {
        [
            ActionKind(name: proofIssued, word: "出具证明包", effect: .none, permission: issueProofs) { action, connection in
                let reason = action.body["reason"]?.text ?? ""
                guard !reason.allSatisfy(\.isWhitespace), reason.count <= 500 else {
                    throw RecordsError(.invalid, field: "reason", detail: reason.isEmpty ? "空" : "超过 500 字")
                }
                guard let id = ClaimID(rawValue: action.subject), try SealStore.place(of: id, in: connection) != nil
                else {
                    throw RecordsError(.unknownSubject, detail: action.subject)
                }
            }
        ]
            + [
                (documentSealed, "封存文件", seal), (dataDrawn, "调取监测数据", draw),
            ].map { name, word, right in
                ActionKind(name: name, word: word, effect: .none, permission: right) {
                    action, connection, time, catalog in
                    try DraftSealing.check(action, by: rules, catalog, connection, time)
                    let asOf = action.body["asOf"]?.integer ?? -1
                    guard asOf >= 0, asOf <= (try RecordStore.lastSequence(in: connection)) else {
                        throw RecordsError(.invalid, field: "asOf", detail: String(asOf))
                    }
                    guard (action.body["claims"]?["count"]?.integer ?? 0) > 0 else {
                        throw RecordsError(.invalid, field: "claims", detail: "0")
                    }
                    // A sealed document never changes: a correction is a document of its own, with another as-of.
                    if let earlier = try SealStore.last(action.subject, in: connection), earlier.asOf == asOf {
                        throw RecordsError(.superseded, detail: String(earlier.sequence))
                    }
                }
            }
    }
}

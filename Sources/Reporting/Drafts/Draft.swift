package import Ledger
package import Standards

/// A document on its way, as its records leave it.
package struct Draft: Sendable {
    package let id: String
    /// The id of its definition, and the period as addresses name it.
    package let document: String
    package let period: String
    /// The day on which its definition is looked up and from which its figures are seen.
    package let date: CivilDate
    package let title: String
    /// The record of the sealed document that it corrects, and why; nil for a first edition.
    package let corrects: Int64?
    package let reason: String
    /// The last day on which sections confirm their figures.
    package let confirmBy: CivilDate
    /// Who began it, in which record.
    package let person: String
    package let opened: Int64
    package private(set) var stage = DraftStage.drafting
    /// Versions by slot, the latest last.
    package private(set) var texts: [String: [DraftText]] = [:]
    package private(set) var values: [String: StatedValue] = [:]
    package private(set) var answers: [DraftAnswer] = []
    package private(set) var moves: [DraftMove] = []
    /// The record of its sealing; nil before.
    package private(set) var sealed: Int64?
    /// Its last record.
    package private(set) var last: Int64

    /// Reads the record that opens a draft; nil when it is none.
    package init?(opening record: LedgerRecord) {
        let body = record.body
        guard let document = body["document"]?.text, let period = body["period"]?.text, let title = body["title"]?.text,
            let date = body["date"]?.text.flatMap({ CivilDate($0) }),
            let by = body["confirmBy"]?.text.flatMap({ CivilDate($0) }), let person = body["person"]?.text
        else { return nil }
        id = record.subject
        self.document = document
        self.period = period
        self.title = title
        self.date = date
        confirmBy = by
        corrects = body["corrects"]?.integer
        reason = body["reason"]?.text ?? ""
        self.person = person
        opened = record.sequence
        last = record.sequence
    }

    /// Takes up another record of the draft.
    package mutating func apply(_ record: LedgerRecord) {
        let body = record.body
        let person = body["person"]?.text ?? ""
        last = record.sequence
        switch record.action {
        case DraftActions.written:
            texts[body["slot"]?.text ?? "", default: []].append(
                DraftText(
                    sequence: record.sequence, milliseconds: record.timeMilliseconds, person: person,
                    text: body["text"]?.text ?? ""))
        case DraftActions.stated:
            let name = body["name"]?.text ?? ""
            values[name] = StatedValue(body, person: person)
        case DraftActions.answered:
            if let answer = DraftAnswer(record) { answers.append(answer) }
        case DraftActions.moved:
            guard let move = DraftMove(record) else { return }
            moves.append(move)
            stage = move.to
        default:
            guard SealActions.sealings.contains(record.action) else { return }
            sealed = record.sequence
            let to = body["to"]?.text.flatMap(DraftStage.init(rawValue:)) ?? .ended
            moves.append(
                DraftMove(
                    sequence: record.sequence, milliseconds: record.timeMilliseconds, person: person, role: nil,
                    deed: nil, from: stage, to: to, facts: [:]))
            stage = to
        }
    }

    /// `document/period`, as sealed documents name it.
    package var subject: String { "\(document)/\(period)" }

    /// The text of a slot as it stands.
    package func text(_ slot: String) -> String { texts[slot]?.last?.text ?? "" }

    /// Everybody who wrote in it.
    package var writers: Set<String> { Set(texts.values.flatMap { $0.map(\.person) }).union([person]) }

    /// The last deed of a kind that holds: what was done before a sending back to an earlier stage is done again.
    package func holding(_ deed: DraftDeed) -> DraftMove? {
        let places = moves.indices.filter { moves[$0].deed == deed }
        guard let place = places.last else { return nil }
        guard let stage = deed.stage else { return moves[place] }
        let isUndone = moves[place...].contains { move in
            move.deed == .sendBack && Self.order(move.to) <= Self.order(stage)
        }
        return isUndone ? nil : moves[place]
    }

    /// The posts that agreed since it came to the present round of countersigning.
    package var countersigned: Set<String> {
        let start = moves.lastIndex { $0.to == .countersigning && $0.from != .countersigning } ?? moves.startIndex
        return Set(moves[start...].filter { $0.deed == .countersign }.compactMap(\.role))
    }

    /// 公开属性, once it is settled.
    package var access: PublicAccess? {
        holding(.settleAccess)?.facts[.access].flatMap(PublicAccess.init(rawValue:))
    }

    /// What people put into it, for the builder.
    ///
    /// - Parameter name: what a person is called on paper.
    package func contents(name: (String) -> String) -> PaperContents {
        let (signing, numbering, addressing) = (holding(.sign), holding(.number), holding(.address))
        func list(_ fact: DraftFact) -> [String] {
            (addressing?.facts[fact] ?? "").split { "、，,；;\n".contains($0) }.map { String($0).trimmingBlanks }
        }
        return PaperContents(
            texts: texts.compactMapValues { $0.last?.text }, values: values,
            frame: PaperFrame(
                number: numbering?.facts[.number], signer: signing.map { name($0.person) },
                day: signing.map { Instant(secondsSince1970: $0.milliseconds / 1_000).beijingDate },
                recipients: list(.recipients), copies: list(.copies)))
    }

    /// The place of a stage on the way, from 0.
    package static func order(_ stage: DraftStage) -> Int { DraftStage.allCases.firstIndex(of: stage) ?? 0 }
}

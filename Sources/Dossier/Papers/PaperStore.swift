package import Casework
import Ledger
import Records
import Standards
package import Storage

/// Questions about papers of matters.
package enum PaperStore {
    /// The papers of a matter in the order in which they were begun, spoiled ones too.
    ///
    /// - Parameter sequence: as they were after this record; nil for now.
    package static func papers(
        of matter: MatterID, asOf sequence: Int64? = nil, in connection: ReadConnection
    ) throws -> [StoredPaper] {
        try fold("matter = \(matter.rawValue) AND seq <= \(sequence ?? .max)", in: connection)
    }

    /// One paper; nil when there is none.
    package static func paper(
        _ id: PaperID, asOf sequence: Int64? = nil, in connection: ReadConnection
    ) throws -> StoredPaper? {
        try fold("paper = \(id.rawValue) AND seq <= \(sequence ?? .max)", in: connection).first
    }

    /// The names of the documents of a matter that are signed and back.
    package static func complete(_ matter: MatterID, in connection: ReadConnection) throws -> Set<String> {
        Set(
            try papers(of: matter, in: connection).filter { $0.paper.completion != nil && !$0.paper.isSpoiled }
                .map(\.paper.document))
    }

    /// The number that comes next in a series.
    package static func next(_ series: NumberSeries, year: Int, in connection: ReadConnection) throws -> Int {
        let last = try connection.first(
            "SELECT max(ordinal) AS last FROM paper_number WHERE series = \(series.name) AND year = \(year)"
        ) { try $0.optionalInteger("last") }
        let used = (last ?? nil).map { Int($0) }
        return max((used ?? 0) + 1, series.first[year] ?? 1)
    }

    /// The register of a series in a year (文号登记簿), in order, spoiled numbers too.
    package static func register(
        _ series: String, year: Int, in connection: ReadConnection
    ) throws -> [GivenNumber] {
        try connection.rows(
            "SELECT * FROM paper_number WHERE series = \(series) AND year = \(year) ORDER BY ordinal"
        ) { row in
            GivenNumber(
                ordinal: Int(try row.integer("ordinal")), number: try row.text("number"),
                matter: MatterID(rawValue: try row.text("matter")), paper: PaperID(rawValue: try row.text("paper")),
                sequence: try row.integer("seq"),
                spoiled: try row.optionalInteger("spoiled") == nil ? nil : try row.text("reason"))
        }
    }

    private static func fold(_ condition: SQL, in connection: ReadConnection) throws -> [StoredPaper] {
        let events = try connection.rows("SELECT * FROM paper_event WHERE \(condition) ORDER BY seq") { row in
            Row(
                sequence: try row.integer("seq"), matter: MatterID(rawValue: try row.text("matter")),
                paper: PaperID(rawValue: try row.text("paper")),
                time: Instant(secondsSince1970: try row.integer("time") / 1_000), actor: try row.text("actor"),
                body: try CanonicalValue(canonical: Array(try row.text("content").utf8)))
        }
        var papers: [StoredPaper] = []
        var places: [PaperID: Int] = [:]
        for row in events {
            guard let event = PaperEvent(row.body) else { continue }
            if case .written(let writing) = event {
                let values = try values(of: writing, in: row.sequence, connection)
                if let place = places[row.paper] {
                    papers[place].revise(writing, values, row)
                } else {
                    places[row.paper] = papers.count
                    papers.append(StoredPaper(writing, values, row))
                }
            } else if let place = places[row.paper] {
                papers[place].apply(event, row)
            }
        }
        return papers
    }

    /// What stands in a revision, with the facts about people that were neither sealed nor erased.
    private static func values(
        of writing: PaperEvent.Writing, in sequence: Int64, _ connection: ReadConnection
    ) throws -> [String: PaperValue] {
        var values = writing.values
        for (field, element) in writing.people {
            guard let text = try PersonalState.value(field, of: sequence, in: connection).text else { continue }
            values[element] = .text(text)
        }
        return values
    }

    fileprivate struct Row {
        let sequence: Int64
        let matter: MatterID
        let paper: PaperID
        let time: Instant
        let actor: String
        let body: CanonicalValue
    }
}

extension StoredPaper {
    fileprivate init(_ writing: PaperEvent.Writing, _ values: [String: PaperValue], _ row: PaperStore.Row) {
        var paper = CasePaper(
            id: row.paper, form: writing.form, formVersion: writing.formVersion, document: writing.document,
            revision: 1, sequence: row.sequence, values: values, author: row.actor)
        paper.day = writing.day
        self.init(
            matter: row.matter, paper: paper, last: row.sequence,
            revisions: [Revision(1, writing, values, row)])
    }

    fileprivate mutating func revise(
        _ writing: PaperEvent.Writing, _ values: [String: PaperValue], _ row: PaperStore.Row
    ) {
        paper.revision += 1
        paper.sequence = row.sequence
        paper.formVersion = writing.formVersion
        paper.values = values
        paper.day = writing.day
        paper.author = row.actor
        last = row.sequence
        revisions.append(Revision(paper.revision, writing, values, row))
    }

    fileprivate mutating func apply(_ event: PaperEvent, _ row: PaperStore.Row) {
        last = row.sequence
        switch event {
        case .written: break
        case .numbered(_, _, _, let number): paper.number = number
        case .signed(let part, let person, let role, let completes):
            signatures.append(
                Signature(
                    part: part, person: person, role: role, revision: paper.revision, signed: row.time,
                    sequence: row.sequence))
            guard completes else { return }
            paper.completion = PaperCompletion(
                way: .electronic, scan: nil, revision: paper.revision,
                signers: standingSignatures.map {
                    PaperCompletion.Signer(part: $0.part, person: $0.person, day: $0.signed.beijingDate)
                }, pages: 0, signedPages: 0, note: "", day: row.time.beijingDate, sequence: row.sequence)
        case .completed(let done):
            scan = done.scan
            paper.completion = PaperCompletion(
                way: done.way, scan: done.scan?.id, revision: done.revision, signers: done.signers, pages: done.pages,
                signedPages: done.signedPages, note: done.note, day: done.day, sequence: row.sequence)
        case .spoiled(let reason): paper.spoiled = reason
        }
    }
}

extension StoredPaper.Revision {
    fileprivate init(
        _ number: Int, _ writing: PaperEvent.Writing, _ values: [String: PaperValue], _ row: PaperStore.Row
    ) {
        self.init(
            number: number, sequence: row.sequence, author: row.actor, written: row.time, day: writing.day,
            values: values)
    }
}
